package org.minsheng.load;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Finds, while a file is read, the rows whose business key may have stood on an earlier row; SQL looks at those only. */
final class DoubleKeys implements AutoCloseable {
    private final Column[] columns;
    private final int fileNumber;
    private final KeyFilter filter;
    private final Spool suspects = new Spool();
    private long found;

    DoubleKeys(List<Column> keyColumns, int fileNumber, long fileBytes) {
        this.columns = keyColumns.toArray(Column[]::new);
        this.fileNumber = fileNumber;
        this.filter = columns.length == 0 ? null : new KeyFilter(fileBytes);
    }

    /** Looks at a good row. */
    void see(TypedRow row, long rowNumber) {
        if (filter != null && filter.add(hash(row))) {
            found++;
            suspects.line().number(fileNumber).number(rowNumber);
            suspects.endRow();
        }
    }

    private long hash(TypedRow row) {
        long hash = 0;
        for (Column column : columns) {
            hash = row.hash(column, hash);
        }
        return hash;
    }

    /** How many rows may be doubles. */
    long found() {
        return found;
    }

    /** Writes them to the temporary table of suspects. */
    void copyInto(Handle handle) {
        if (found > 0) {
            suspects.copyInto(handle, StagingTable.SUSPECTS + " (file_no, row_no)");
        }
    }

    @Override
    public void close() {
        suspects.close();
    }
}
