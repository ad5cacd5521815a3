package org.minsheng.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.minsheng.db.CopyLine;

/**
 * Totals over consecutive good rows that agree in some columns: staged on the last row of each such run, NULL on the
 * others. SQL then adds up the runs instead of all rows. Rows that agree may stand in several runs.
 */
public final class RunTotals {
    private final List<Column> same;
    private final List<Total> totals = new ArrayList<>();

    private RunTotals(List<Column> same) {
        this.same = same;
    }

    /** How one total grows. */
    private record Total(String name, boolean sum, ToLongFunction<TypedRow> part) {}

    /** Totals of the rows that agree in these columns. */
    public static RunTotals over(Column... same) {
        return new RunTotals(List.of(same));
    }

    /** A sum. */
    public RunTotals sum(String columnName, ToLongFunction<TypedRow> part) {
        totals.add(new Total(columnName, true, part));
        return this;
    }

    /** An exclusive or, for hashes whose order does not matter. */
    public RunTotals xor(String columnName, ToLongFunction<TypedRow> part) {
        totals.add(new Total(columnName, false, part));
        return this;
    }

    /** The staging columns, all {@code bigint}. */
    List<String> names() {
        return totals.stream().map(Total::name).toList();
    }

    /** The totals of the run that is being read. One object a file. */
    final class Running {
        private final Column[] columns = same.toArray(Column[]::new);
        private final Total[] parts = totals.toArray(Total[]::new);
        private final String[] texts = new String[columns.length];
        private final long[] numbers = new long[columns.length];
        private final long[] sums = new long[parts.length];

        /** Whether a row goes on with the present run. */
        boolean continues(TypedRow row) {
            for (int i = 0; i < columns.length; i++) {
                if (row.number(columns[i]) != numbers[i] || !row.hasText(columns[i], texts[i])) {
                    return false;
                }
            }
            return true;
        }

        /** Begins a run with nothing in it. */
        void begin(TypedRow row) {
            for (int i = 0; i < columns.length; i++) {
                numbers[i] = row.number(columns[i]);
                texts[i] = row.hasText(columns[i], texts[i]) ? texts[i] : row.textIfAny(columns[i]);
            }
            Arrays.fill(sums, 0);
        }

        void add(TypedRow row) {
            for (int i = 0; i < parts.length; i++) {
                long part = parts[i].part().applyAsLong(row);
                sums[i] = parts[i].sum() ? saturatedSum(sums[i], part) : sums[i] ^ part;
            }
        }

        /** What no number holds stays the largest or the least: it must not look like a small one. */
        private static long saturatedSum(long one, long other) {
            long sum = one + other;
            boolean overflow = ((one ^ sum) & (other ^ sum)) < 0;
            return overflow ? (one < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE) : sum;
        }

        /** Writes the totals, or NULLs for a row that is not the last of its run. */
        void write(CopyLine out, boolean last) {
            for (long sum : sums) {
                if (last) {
                    out.number(sum);
                } else {
                    out.nothing();
                }
            }
        }
    }
}
