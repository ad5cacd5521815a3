package org.minsheng.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.minsheng.claim.engine.PricedSlice;

/**
 * The summary of a claim's lines by day, as {@code claim.open_claim.slices} keeps it: {@code
 * date,billed,own,over_limit,self_first,in_scope} in fen, days joined by {@code ;}. Loading writes it, and SQL where the
 * lines of a claim stand apart or are priced anew; settling reads it a million times a night, hence no regular
 * expression.
 */
final class DaySlices {
    private static final int ISO_DATE_LENGTH = 10;
    /** Billed, own, over limit, self-first, in scope. */
    static final int AMOUNTS = 5;

    private DaySlices() {}

    /** The slices of a stored summary, in its order. */
    static List<PricedSlice> parse(String text) {
        List<PricedSlice> slices = new ArrayList<>(2);
        int position = 0;
        while (position < text.length()) {
            LocalDate date = date(text, position);
            position += ISO_DATE_LENGTH;
            long[] amounts = new long[AMOUNTS];
            for (int i = 0; i < AMOUNTS; i++) {
                int start = position + 1;
                position = start;
                while (position < text.length() && text.charAt(position) != ',' && text.charAt(position) != ';') {
                    position++;
                }
                amounts[i] = Long.parseLong(text, start, position, 10);
            }
            position++;
            slices.add(new PricedSlice(date, "", amounts[0], amounts[1], amounts[2], amounts[3], amounts[4]));
        }
        return slices;
    }

    /** The text of the sums of each day: billed, own, over limit, self-first, in scope. */
    static String format(Map<LocalDate, long[]> days) {
        StringBuilder text = new StringBuilder();
        days.forEach((day, sums) -> append(text, day, sums));
        return text.toString();
    }

    /** Adds a day to such a text. */
    static void append(StringBuilder text, LocalDate day, long[] sums) {
        text.append(text.length() == 0 ? "" : ";").append(day);
        for (long sum : sums) {
            text.append(',').append(sum);
        }
    }

    private static LocalDate date(String text, int at) {
        return LocalDate.of(
                Integer.parseInt(text, at, at + 4, 10),
                Integer.parseInt(text, at + 5, at + 7, 10),
                Integer.parseInt(text, at + 8, at + ISO_DATE_LENGTH, 10));
    }
}
