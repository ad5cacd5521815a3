package org.minsheng.load;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Collects, while a file is read, the rows whose business key may have stood on an earlier row; SQL looks at those only. */
final class DoubleKeys implements AutoCloseable {
    private final int fileNumber;
    private final Spool suspects = new Spool();
    private long found;

    DoubleKeys(int fileNumber) {
        this.fileNumber = fileNumber;
    }

    /** Adds a suspect. */
    void suspect(long stagedRow) {
        found++;
        suspects.line().number(fileNumber).number(stagedRow);
        suspects.endRow();
    }

    /** A hash of some columns of a row. */
    static long hash(TypedRow row, List<Column> columns) {
        long hash = 0;
        for (int index = 0; index < columns.size(); index++) {
            hash = row.hash(columns.get(index), hash);
        }
        return hash;
    }

    /** How many staged rows are suspected. */
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
