package org.minsheng.claim.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What was decided, stage by stage, packed into a text of at most {@value #LENGTH_MAX} characters for the settlement's
 * row: {@code 1:kgf1c:kgf1c,l8c0,n2;2:…} with numbers in base 36. Together with the pack and the claim's facts it explains
 * the settlement ({@link TrailStep}).
 *
 * @param marks one a stage that had something to decide, in the pack's order
 * @param whole false when details were left out to keep the text short: explain must then settle anew
 */
public record Trail(List<Mark> marks, boolean whole) {
    /** Longest text of a trail, in characters (all ASCII). */
    public static final int LENGTH_MAX = 200;

    /** A trail without stages. */
    public static final Trail EMPTY = new Trail(List.of(), true);

    private static final int RADIX = 36;
    private static final String SHORTENED = "~";

    public Trail {
        marks = List.copyOf(marks);
    }

    /** The packed text. */
    public String encode() {
        StringBuilder text = new StringBuilder(LENGTH_MAX);
        for (Mark mark : marks) {
            append(text, mark, true);
        }
        if (whole && text.length() <= LENGTH_MAX) {
            return text.toString();
        }
        return shortened();
    }

    private String shortened() {
        StringBuilder text = new StringBuilder(SHORTENED);
        for (Mark mark : marks) {
            int length = text.length();
            append(text, mark, false);
            if (text.length() > LENGTH_MAX) {
                text.setLength(length);
                break;
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Mark mark, boolean details) {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '~') {
            text.append(';');
        }
        number(text, mark.stage());
        text.append(':');
        number(text, mark.basis());
        text.append(':');
        number(text, mark.amount());
        if (details) {
            detail(text, 'N', mark.nth(), 0);
            detail(text, 'L', mark.limit(), -1);
            detail(text, 'C', mark.left(), -1);
            detail(text, 'I', mark.ceiling(), 0);
            detail(text, 'B', mark.before(), 0);
            detail(text, 'P', mark.paidBefore(), 0);
            detail(text, 'U', mark.cut(), 0);
        }
    }

    private static void detail(StringBuilder text, char name, long value, long usual) {
        if (value != usual) {
            text.append(name);
            number(text, value);
        }
    }

    private static void number(StringBuilder text, long value) {
        text.append(Long.toString(value, RADIX));
    }

    /**
     * The trail of a text that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static Trail decode(String text) {
        boolean whole = !text.startsWith(SHORTENED);
        List<Mark> marks = new ArrayList<>();
        int start = whole ? 0 : 1;
        while (start < text.length()) {
            int end = text.indexOf(';', start);
            end = end < 0 ? text.length() : end;
            marks.add(new MarkReader(text, start, end).mark());
            start = end + 1;
        }
        return new Trail(marks, whole);
    }

    /** Reads one mark; numbers are lower case, names of details upper case. */
    private static final class MarkReader {
        private final String text;
        private final int end;
        private int at;

        MarkReader(String text, int start, int end) {
            this.text = text;
            this.at = start;
            this.end = end;
        }

        Mark mark() {
            int stage = Math.toIntExact(number());
            long basis = behindColon();
            long amount = behindColon();
            return new Mark(
                    stage,
                    basis,
                    amount,
                    Math.toIntExact(detail('N', 0)),
                    detail('L', -1),
                    detail('C', -1),
                    Math.toIntExact(detail('I', 0)),
                    detail('B', 0),
                    detail('P', 0),
                    lastDetail());
        }

        private long lastDetail() {
            long cut = detail('U', 0);
            if (at != end) {
                throw new IllegalArgumentException("not a trail: " + text);
            }
            return cut;
        }

        private long behindColon() {
            if (at >= end || text.charAt(at) != ':') {
                throw new IllegalArgumentException("not a trail: " + text);
            }
            at++;
            return number();
        }

        private long detail(char name, long usual) {
            if (at < end && text.charAt(at) == name) {
                at++;
                return number();
            }
            return usual;
        }

        private long number() {
            int from = at;
            while (at < end && isNumber(text.charAt(at))) {
                at++;
            }
            return Long.parseLong(text, from, at, RADIX);
        }

        private static boolean isNumber(char letter) {
            return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || letter == '-';
        }
    }
}
