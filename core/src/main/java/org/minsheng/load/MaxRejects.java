package org.minsheng.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.base.Problem;

/**
 * How many rejects a load may have before it is refused as a whole.
 *
 * @param number a number of rows, or of hundredths of a percent of the rows read
 * @param ofRowsRead whether it is a share
 */
public record MaxRejects(long number, boolean ofRowsRead) {
    /** However many. */
    public static final MaxRejects ANY = new MaxRejects(Long.MAX_VALUE, false);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,2}))?(%?)");
    private static final int HUNDREDTHS = 10_000;

    /**
     * Reads {@code 100} or {@code 2.5%}.
     *
     * @throws org.minsheng.base.ProblemException {@link LoadProblem#THRESHOLD} when it is neither
     */
    public static MaxRejects of(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        boolean share = text.endsWith("%");
        if (!matcher.matches() || (matcher.group(2) != null && !share)) {
            throw Problem.of(LoadProblem.THRESHOLD).with("value", text).asException();
        }
        long whole = Long.parseLong(matcher.group(1));
        if (!share) {
            return new MaxRejects(whole, false);
        }
        String decimals = matcher.group(2) == null ? "00" : (matcher.group(2) + "0").substring(0, 2);
        return new MaxRejects(whole * 100 + Long.parseLong(decimals), true);
    }

    /** Whether so many rejects among so many rows are too many. */
    boolean exceededBy(long rejected, long read) {
        // 10^9 rows × 10^4 fits a long by far.
        return ofRowsRead ? rejected * HUNDREDTHS > number * read : rejected > number;
    }

    @Override
    public String toString() {
        return ofRowsRead ? number / 100 + "." + (number % 100 < 10 ? "0" : "") + number % 100 + "%" : "" + number;
    }
}
