package org.minsheng.load;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.CopyLine;
import org.minsheng.db.DbFailures;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

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

    /** Adds whole rows. */
    void add(byte[] rows) {
        try {
            out.write(rows);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** Two threads may begin to read at once. */
    private synchronized void flush() {
        try {
            out.write(line.take());
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** Copies all rows into a table. */
    void copyInto(Handle handle, String tableAndColumns) {
        copyInto(handle, tableAndColumns + " FROM STDIN", read());
    }

    /** Copies the rows that a reading adds, as they come, into a table that the present transaction has made. */
    void copyIntoNew(Handle handle, String tableAndColumns, FileReading reading) {
        copyInto(handle, tableAndColumns + " FROM STDIN WITH (FREEZE)", new GrowingRows(read(), reading));
    }

    private void copyInto(Handle handle, String target, InputStream rows) {
        try {
            copyApi(handle).copyIn("COPY " + target, rows, FLUSH_BYTES);
        } catch (SQLException failure) {
            throw DbFailures.problemOf(failure).asException(failure);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** Adds the rows of a query, which takes no parameters. */
    void fill(Handle handle, String query) {
        flush();
        try {
            OutputStream buffered = new BufferedOutputStream(out, FLUSH_BYTES);
            copyApi(handle).copyOut("COPY (" + query + ") TO STDOUT", buffered);
            buffered.flush();
        } catch (SQLException failure) {
            throw DbFailures.problemOf(failure).asException(failure);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static CopyManager copyApi(Handle handle) throws SQLException {
        return handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
    }

    boolean isEmpty() {
        flush();
        try {
            return file.bytes() == 0;
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** All rows from the first, as COPY text. */
    InputStream read() {
        flush();
        return file.in();
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
