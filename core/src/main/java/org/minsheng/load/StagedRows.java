package org.minsheng.load;

import java.util.List;
import org.minsheng.db.CopyLine;

/** Stages every good row. */
final class StagedRows implements GoodRows {
    private final Column[] columns;
    private final StagingColumn[] derived;
    private final MendedReject mended;
    private final DoubleKeys doubles;
    private final List<Column> keyColumns;
    private final KeyFilter keysSeen;

    /** @param fileBytes the size of the file */
    StagedRows(FileKind kind, MendedReject mended, DoubleKeys doubles, long fileBytes) {
        this.columns = kind.columns().toArray(Column[]::new);
        this.derived = kind.derived().toArray(StagingColumn[]::new);
        this.mended = mended;
        this.doubles = doubles;
        this.keyColumns = kind.keyColumns();
        this.keysSeen = keyColumns.isEmpty() ? null : new KeyFilter(fileBytes);
    }

    @Override
    public void take(RawRecord record, TypedRow row, CopyLine staged) {
        staged.number(record.row()).number(record.line());
        write(row, columns, staged);
        write(row, derived, staged);
        mended.write(record, staged);
        staged.endRow();
        if (keysSeen != null && keysSeen.add(DoubleKeys.hash(row, keyColumns))) {
            doubles.suspect(record.row());
        }
    }

    static void write(TypedRow row, Column[] columns, CopyLine out) {
        for (Column column : columns) {
            int position = column.position();
            if (row.has(position)) {
                column.type().write(row, position, out);
            } else {
                out.nothing();
            }
        }
    }

    static void write(TypedRow row, StagingColumn[] derived, CopyLine out) {
        for (StagingColumn column : derived) {
            column.writer().write(row, out);
        }
    }

    @Override
    public void gap(CopyLine staged) {
        // Rows are staged one by one, whatever stands between them.
    }

    @Override
    public void end(CopyLine staged) {
        // Nothing waits.
    }
}
