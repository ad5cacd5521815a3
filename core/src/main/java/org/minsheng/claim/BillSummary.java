package org.minsheng.claim;

import java.time.LocalDate;
import java.util.Arrays;
import org.minsheng.db.CopyLine;
import org.minsheng.load.GroupSummary;
import org.minsheng.load.TypedRow;

/**
 * What the lines of a bill, or a part of them, come to: hash, sum, first and last day, how many are unpriced, and the
 * sums of each day, which {@code claim.open_claim.slices} keeps. Days come in their order, however the lines stand.
 */
final class BillSummary implements GroupSummary {
    private static final int DAYS_EXPECTED = 16;

    private final Lines lines;
    private final long[] line = new long[DaySlices.AMOUNTS];
    private final StringBuilder slices = new StringBuilder();
    private long[] days = new long[DAYS_EXPECTED];
    private long[][] sums = new long[DAYS_EXPECTED][DaySlices.AMOUNTS];
    private int size;
    private long hash;
    private long billed;
    private long unpriced;

    /** What a summary asks of a line. */
    interface Lines {
        /** What it says, without regard to the order of lines. */
        long hash(TypedRow row);

        /** The service date as days since 1970-01-01. */
        long epochDay(TypedRow row);

        /** Puts in the amounts, in fen; false when the line has no price. */
        boolean amounts(TypedRow row, long[] amounts);
    }

    BillSummary(Lines lines) {
        this.lines = lines;
    }

    @Override
    public void begin() {
        size = 0;
        hash = 0;
        billed = 0;
        unpriced = 0;
    }

    @Override
    public void add(TypedRow row) {
        hash ^= lines.hash(row);
        unpriced += lines.amounts(row, line) ? 0 : 1;
        billed = saturatedSum(billed, line[0]);
        int place = placeOf(lines.epochDay(row));
        long[] sum = sums[place];
        for (int i = 0; i < DaySlices.AMOUNTS; i++) {
            sum[i] = saturatedSum(sum[i], line[i]);
        }
    }

    /** Lines mostly come day by day: the day is sought from behind. */
    private int placeOf(long day) {
        int place = size;
        while (place > 0 && days[place - 1] > day) {
            place--;
        }
        if (place > 0 && days[place - 1] == day) {
            return place - 1;
        }
        insert(place, day);
        return place;
    }

    private void insert(int place, long day) {
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            sums = Arrays.copyOf(sums, 2 * size);
            for (int i = size; i < sums.length; i++) {
                sums[i] = new long[DaySlices.AMOUNTS];
            }
        }
        long[] empty = sums[size];
        System.arraycopy(days, place, days, place + 1, size - place);
        System.arraycopy(sums, place, sums, place + 1, size - place);
        Arrays.fill(empty, 0);
        days[place] = day;
        sums[place] = empty;
        size++;
    }

    /** What no number holds stays the largest or the least: it must not look like a small one. */
    private static long saturatedSum(long one, long other) {
        long sum = one + other;
        boolean overflow = ((one ^ sum) & (other ^ sum)) < 0;
        return overflow ? (one < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE) : sum;
    }

    @Override
    public void write(CopyLine out) {
        slices.setLength(0);
        for (int i = 0; i < size; i++) {
            DaySlices.append(slices, LocalDate.ofEpochDay(days[i]), sums[i]);
        }
        out.number(hash).number(billed);
        out.date(LocalDate.ofEpochDay(days[0])).date(LocalDate.ofEpochDay(days[size - 1]));
        out.number(unpriced).text(slices.toString());
    }
}
