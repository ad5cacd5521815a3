package org.minsheng.load;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.CopyLine;
import org.minsheng.db.DbFailures;
import org.postgresql.PGConnection;

/** COPY rows that wait on the disk until the connection is free for them. */
final class Spool implements AutoCloseable {
    private static final int FLUSH_BYTES = 1 << 16;

    private final UnnamedFile file;
    private final OutputStream out;
    private final CopyLine line = new CopyLine(2 * FLUSH_BYTES);

    Spool() {
        try {
            file = UnnamedFile.create();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
        out = file.out();
    }

    private static RuntimeException unreadable(IOException failure) {
        return Source.unreadable(System.getProperty("java.io.tmpdir"), failure);
    }

    /** The row to fill; {@link #endRow()} ends it. */
    CopyLine line() {
        return line;
    }

    void endRow() {
        line.endRow();
        if (line.size() >= FLUSH_BYTES) {
            flush();
        }
    }

    private void flush() {
        try {
            out.write(line.take());
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** Copies all rows into a table. */
    void copyInto(Handle handle, String tableAndColumns) {
        flush();
        try {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + tableAndColumns + " FROM STDIN", file.in(), FLUSH_BYTES);
        } catch (SQLException failure) {
            throw DbFailures.problemOf(failure).asException(failure);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }
}
