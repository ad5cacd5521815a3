package org.minsheng.load;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.DbFailures;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.PGCopyOutputStream;

/** Copies rows that were kept aside into a table: those of the groups that a query chooses. */
final class ChosenRows {
    private static final int SEND_BYTES = 1 << 17;

    private final Spool kept;
    private final boolean withPlace;

    private ChosenRows(Spool kept, boolean withPlace) {
        this.kept = kept;
        this.withPlace = withPlace;
    }

    /** The rows with row_no and file_line before their own columns, for a staging table. */
    static ChosenRows withPlace(KeptRows rows) {
        return new ChosenRows(rows.rows(), true);
    }

    /** The rows with their own columns only. */
    static ChosenRows of(KeptRows rows) {
        return new ChosenRows(rows.rows(), false);
    }

    /**
     * Copies.
     *
     * @param groups a query: row_no of the first row and number of rows, then what the table has before a row's own
     *     columns; in the order of row_no
     * @param tableAndColumns the table
     */
    void copyInto(Handle handle, String groups, String tableAndColumns) {
        try (Spool chosen = new Spool()) {
            chosen.fill(handle, groups);
            copyInto(handle, chosen, tableAndColumns);
        }
    }

    /**
     * Copies.
     *
     * @param chosen the rows of such a query
     * @param tableAndColumns the table
     */
    void copyInto(Handle handle, Spool chosen, String tableAndColumns) {
        try {
            copyInto(handle, new RowBytes(chosen.read()), tableAndColumns);
        } catch (IOException failure) {
            // The driver's stream wraps what the server says.
            if (failure.getCause() instanceof SQLException cause) {
                throw DbFailures.problemOf(cause).asException(failure);
            }
            throw Source.unreadable(System.getProperty("java.io.tmpdir"), failure);
        }
    }

    private void copyInto(Handle handle, RowBytes groups, String tableAndColumns) throws IOException {
        CopyIn copy = null;
        try {
            copy = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + tableAndColumns + " FROM STDIN");
            PGCopyOutputStream out = new PGCopyOutputStream(copy, SEND_BYTES);
            long wanted = join(groups, new RowBytes(kept.read()), out);
            long written = out.endCopy();
            if (written != wanted) {
                throw new IllegalStateException(written + " rows written of " + wanted + " that were staged");
            }
        } catch (SQLException failure) {
            throw DbFailures.problemOf(failure).asException(failure);
        } finally {
            StagingFeed.cancel(copy);
        }
    }

    /**
     * Puts each row of the groups behind what its group gives it. Both are read once, from front to back.
     *
     * @return how many rows the groups say they have
     */
    private long join(RowBytes groups, RowBytes rows, OutputStream out) throws IOException {
        long wanted = 0;
        boolean more = rows.next();
        while (groups.next()) {
            long first = groups.number();
            long count = groups.number();
            wanted += count;
            while (more && rows.numberAhead() < first + count) {
                if (rows.numberAhead() >= first) {
                    write(groups, rows, out);
                }
                more = rows.next();
            }
        }
        return wanted;
    }

    private void write(RowBytes group, RowBytes row, OutputStream out) throws IOException {
        if (!withPlace) {
            row.number();
            row.number();
        }
        out.write(group.bytes(), group.position(), group.end() - group.position());
        out.write('\t');
        out.write(row.bytes(), row.position(), row.end() - row.position());
        out.write('\n');
    }
}
