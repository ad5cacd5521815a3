package org.minsheng.claim.engine;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Plan;
import org.minsheng.policy.Quantity;

/**
 * A claim's amounts while they are divided: one cell, or one a portion and day where the plan tells them apart. Fen.
 */
final class Cells {
    /** The members of a group where there is but one cell; nobody writes to it. */
    static final int[] THE_ONE = {0};

    private final long[] billed;
    private final long[] inScope;
    private final long[] basis;
    private final long[] open;
    private final long[] outside;
    private final int[] portions;
    private final long[] days;
    private int size;

    private Cells(int room) {
        billed = new long[room];
        inScope = new long[room];
        basis = new long[room];
        open = new long[room];
        outside = new long[room];
        portions = new int[room];
        days = new long[room];
    }

    /** The cells of a claim; every portion must be known to the pack. */
    static Cells of(PricedClaim claim, CompiledPack pack, Plan plan) {
        List<PricedSlice> slices = claim.slices();
        boolean whole = !plan.byDay() && !plan.byPortion();
        Cells cells = new Cells(whole ? 1 : slices.size());
        for (int i = 0; i < slices.size(); i++) {
            PricedSlice slice = slices.get(i);
            int portion = plan.byPortion() ? pack.portion(slice.portion()) : 0;
            long day = plan.byDay() ? slice.date().toEpochDay() : 0;
            cells.add(slice, portion, day);
        }
        return cells;
    }

    private void add(PricedSlice slice, int portion, long day) {
        int cell = 0;
        while (cell < size && (portions[cell] != portion || days[cell] != day)) {
            cell++;
        }
        if (cell == size) {
            size++;
        }
        portions[cell] = portion;
        days[cell] = day;
        billed[cell] += slice.billed();
        inScope[cell] += slice.inScope();
        basis[cell] += slice.inScope();
        open[cell] += slice.inScope();
        outside[cell] += slice.billed() - slice.inScope();
    }

    int size() {
        return size;
    }

    int portion(int cell) {
        return portions[cell];
    }

    long day(int cell) {
        return days[cell];
    }

    /** The cells from {@code first} on that belong together with it; bits of {@code portionSet} say which count. */
    int[] group(int first, long portionSet, boolean byPortion, boolean byDay) {
        if (size == 1) {
            return THE_ONE;
        }
        int[] members = new int[size - first];
        int count = 0;
        for (int cell = first; cell < size; cell++) {
            boolean counts = (portionSet & (1L << portions[cell])) != 0;
            boolean together =
                    (!byPortion || portions[cell] == portions[first]) && (!byDay || days[cell] == days[first]);
            if (counts && together) {
                members[count++] = cell;
            }
        }
        return Arrays.copyOf(members, count);
    }

    /** Whether {@link #group} of an earlier cell has this one already. */
    boolean isGroupedBefore(int cell, long portionSet, boolean byPortion, boolean byDay) {
        for (int earlier = 0; earlier < cell; earlier++) {
            boolean counts = (portionSet & (1L << portions[earlier])) != 0;
            boolean together =
                    (!byPortion || portions[cell] == portions[earlier]) && (!byDay || days[cell] == days[earlier]);
            if (counts && together) {
                return true;
            }
        }
        return false;
    }

    /** The sum of one quantity over some cells; refunds may make a cell negative, the sum counts from nought. */
    long sum(Quantity quantity, int[] members) {
        long sum = 0;
        for (int cell : members) {
            sum += amount(quantity, cell);
        }
        return Math.max(0, sum);
    }

    private long amount(Quantity quantity, int cell) {
        return switch (quantity) {
            case BASIS -> basis[cell];
            case OPEN -> open[cell];
            case IN_SCOPE -> inScope[cell];
            case BILLED -> billed[cell];
            case PATIENT -> open[cell] + outside[cell];
        };
    }

    /** The most that may be moved away from the patient in these cells. */
    long room(boolean withOutside, int[] members) {
        long inAll = 0;
        for (int cell = 0; cell < size; cell++) {
            inAll += withOutside ? open[cell] + outside[cell] : open[cell];
        }
        long here = 0;
        for (int cell : members) {
            here += roomOf(cell, withOutside);
        }
        return Math.max(0, Math.min(here, inAll));
    }

    private long roomOf(int cell, boolean withOutside) {
        return Math.max(0, withOutside ? open[cell] + outside[cell] : open[cell]);
    }

    /** Moves an amount, at most their {@link #room}, away from the patient, in proportion to what is open. */
    void move(long amount, boolean withOutside, int[] members) {
        if (members.length == 1) {
            moveOne(members[0], amount);
            return;
        }
        long total = 0;
        for (int cell : members) {
            total += roomOf(cell, withOutside);
        }
        long seen = 0;
        long moved = 0;
        for (int cell : members) {
            seen += roomOf(cell, withOutside);
            long until = total == 0 ? 0 : shareOf(amount, seen, total);
            moveOne(cell, until - moved);
            moved = until;
        }
    }

    /** {@code amount × seen ÷ total}, rounded down; the product may need 128 bits. */
    private static long shareOf(long amount, long seen, long total) {
        if (seen == total) {
            return amount;
        }
        if (Math.multiplyHigh(amount, seen) == 0 && amount * seen >= 0) {
            return amount * seen / total;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(seen))
                .divide(BigInteger.valueOf(total))
                .longValueExact();
    }

    private void moveOne(int cell, long amount) {
        long fromOpen = Math.min(amount, Math.max(0, open[cell]));
        open[cell] -= fromOpen;
        outside[cell] -= amount - fromOpen;
    }

    /** Takes an amount out of what is shared later, from the first of these cells on. */
    void consumeBasis(long amount, int[] members) {
        if (members.length == 1) {
            basis[members[0]] -= amount;
            return;
        }
        long left = amount;
        for (int cell : members) {
            long taken = Math.min(left, Math.max(0, basis[cell]));
            basis[cell] -= taken;
            left -= taken;
        }
    }
}
