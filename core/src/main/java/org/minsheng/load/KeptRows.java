package org.minsheng.load;

import java.util.List;
import org.minsheng.db.CopyLine;

/**
 * The good rows of a kind that are kept aside, on the disk in the order of the file, and their groups, which are staged.
 * Of a file that mends rejects each row is a group of its own: each mends another one.
 */
final class KeptRows implements GoodRows, AutoCloseable {
    private final List<Column> owner;
    private final Column[] ownerColumns;
    private final Column[] columns;
    private final StagingColumn[] derived;
    private final GroupSummary summary;
    private final MendedReject mended;
    private final Spool rows = new Spool();
    private final String[] ownerTexts;
    private final long[] ownerNumbers;
    private final KeyFilter ownersSeen;
    private final DoubleKeys doubles;
    private final List<Column> keyInGroup;
    private final GroupKeys keysOfGroup = new GroupKeys();
    private boolean groupIsOpen;
    private boolean returns;
    private boolean suspected;
    private long firstRow;
    private long rowsOfGroup;

    /** @param fileBytes the size of the file */
    KeptRows(FileKind kind, MendedReject mended, DoubleKeys doubles, long fileBytes) {
        Keeping keeping = kind.keeping();
        this.owner = keeping.owner();
        this.ownerColumns = owner.toArray(Column[]::new);
        this.columns = keeping.columnsOfRow(kind).toArray(Column[]::new);
        this.derived = kind.derived().toArray(StagingColumn[]::new);
        this.summary = keeping.newSummary();
        this.mended = mended;
        this.ownerTexts = new String[ownerColumns.length];
        this.ownerNumbers = new long[ownerColumns.length];
        this.ownersSeen = new KeyFilter(fileBytes);
        this.doubles = doubles;
        this.keyInGroup = kind.keyColumns().stream()
                .filter(column -> !owner.contains(column))
                .toList();
    }

    @Override
    public void take(RawRecord record, TypedRow row, CopyLine staged) {
        if (!groupIsOpen || mended.isNamed() || !belongsToGroup(row)) {
            endGroup(staged);
            beginGroup(record, row, staged);
        }
        summary.add(row);
        rowsOfGroup++;
        CopyLine kept = rows.line().number(record.row()).number(record.line());
        StagedRows.write(row, columns, kept);
        StagedRows.write(row, derived, kept);
        rows.endRow();
        if (keysOfGroup.add(DoubleKeys.hash(row, keyInGroup))) {
            suspectGroup();
        }
    }

    private boolean belongsToGroup(TypedRow row) {
        for (int i = 0; i < ownerColumns.length; i++) {
            if (row.number(ownerColumns[i]) != ownerNumbers[i] || !row.hasText(ownerColumns[i], ownerTexts[i])) {
                return false;
            }
        }
        return true;
    }

    private void beginGroup(RawRecord record, TypedRow row, CopyLine staged) {
        for (int i = 0; i < ownerColumns.length; i++) {
            ownerNumbers[i] = row.number(ownerColumns[i]);
            ownerTexts[i] =
                    row.hasText(ownerColumns[i], ownerTexts[i]) ? ownerTexts[i] : row.textIfAny(ownerColumns[i]);
        }
        returns = ownersSeen.add(DoubleKeys.hash(row, owner));
        groupIsOpen = true;
        firstRow = record.row();
        rowsOfGroup = 0;
        keysOfGroup.clear();
        suspected = false;
        if (returns) {
            suspectGroup();
        }
        summary.begin();
        staged.number(firstRow).number(record.line());
        StagedRows.write(row, ownerColumns, staged);
        mended.write(record, staged);
    }

    private void suspectGroup() {
        if (!suspected) {
            doubles.suspect(firstRow);
            suspected = true;
        }
    }

    private void endGroup(CopyLine staged) {
        if (groupIsOpen) {
            staged.text(returns ? "t" : "f").number(rowsOfGroup);
            summary.write(staged);
            staged.endRow();
            groupIsOpen = false;
        }
    }

    /** The rows of a group have consecutive numbers. */
    @Override
    public void gap(CopyLine staged) {
        endGroup(staged);
    }

    @Override
    public void end(CopyLine staged) {
        endGroup(staged);
    }

    /** The rows, each with row_no, file_line, the columns of its own and the derived ones. */
    Spool rows() {
        return rows;
    }

    @Override
    public void close() {
        rows.close();
    }
}
