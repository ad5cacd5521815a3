package org.minsheng.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * How the rows of a large kind are kept aside on the disk while its load is checked: rows that stand together and belong
 * to the same thing, a group, are staged as one row with their summary. What is accepted goes from the disk straight into
 * its table; only rows that need to be judged one by one are ever staged as such.
 *
 * <p>The staging tables are {@code stage_KIND_group} (row_no and file_line of its first row, the owner's columns, returns:
 * whether the owner may have an earlier group, rows, the summary, action) and {@code stage_KIND}, which holds the rows of
 * chosen groups only. Scripts of the kind choose groups, as queries of row_no, rows and what comes before the columns of a
 * row, in the order of row_no: {@code judged.sql} those whose rows are staged for {@code check.sql}, {@code accepted.sql}
 * those whose rows are written, {@code ahead.sql}, which a kind need not have, those whose rows are written ahead of the
 * load: see {@link RowsAhead}. A group is accepted or rejected as a whole: {@code check.sql} rejects all rows of an owner
 * or none. The owner's columns are the first of the business key.
 */
public final class Keeping {
    private final List<Column> owner;
    private final Supplier<GroupSummary> summary;
    private final List<SummaryColumn> summaryColumns = new ArrayList<>();
    private final String target;

    private Keeping(List<Column> owner, Supplier<GroupSummary> summary, String target) {
        this.owner = owner;
        this.summary = Objects.requireNonNull(summary);
        this.target = Objects.requireNonNull(target);
    }

    private record SummaryColumn(String name, String sqlType) {}

    /**
     * Rows that belong together when they agree in the owner's columns.
     *
     * @param target the table with its columns: what {@code accepted.sql} gives a group, then the columns of the kind but
     *     the owner's, then the derived ones
     */
    public static Keeping of(List<Column> owner, Supplier<GroupSummary> summary, String target) {
        return new Keeping(List.copyOf(owner), summary, target);
    }

    /** Adds a column of the summary. */
    public Keeping with(String columnName, String sqlType) {
        summaryColumns.add(new SummaryColumn(columnName, sqlType));
        return this;
    }

    List<Column> owner() {
        return owner;
    }

    GroupSummary newSummary() {
        return summary.get();
    }

    List<String> summaryNames() {
        return summaryColumns.stream().map(SummaryColumn::name).toList();
    }

    List<String> summaryDefinitions() {
        return summaryColumns.stream()
                .map(column -> column.name() + " " + column.sqlType())
                .toList();
    }

    String target() {
        return target;
    }

    /** The columns that a row has for itself. */
    List<Column> columnsOfRow(FileKind kind) {
        return kind.columns().stream().filter(column -> !owner.contains(column)).toList();
    }
}
