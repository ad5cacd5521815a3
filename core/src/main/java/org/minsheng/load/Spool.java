package org.minsheng.load;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.CopyLine;
import org.minsheng.db.DbFailures;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * COPY rows that wait on the disk, readable by their owner only, until the connection is free for them. The file is open
 * and has no name any more, so that it is gone however the process ends.
 */
final class Spool implements AutoCloseable {
    private static final int FLUSH_BYTES = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final OutputStream out;
    private final CopyLine line = new CopyLine(2 * FLUSH_BYTES);

    Spool() {
        Path named = null;
        try {
            named = Files.createTempFile("minsheng-", ".rows");
            channel = FileChannel.open(
                    named, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failure) {
            throw Source.unreadable(named == null ? System.getProperty("java.io.tmpdir") : named.toString(), failure);
        }
        file = named;
        out = Channels.newOutputStream(channel);
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
            throw Source.unreadable(file.toString(), failure);
        }
    }

    private void flush() {
        try {
            out.write(line.take());
        } catch (IOException failure) {
            throw Source.unreadable(file.toString(), failure);
        }
    }

    /** Copies all rows into a table. */
    void copyInto(Handle handle, String tableAndColumns) {
        copyInto(handle, tableAndColumns, "");
    }

    /** Copies all rows into a table that the present transaction has made. */
    void copyIntoNew(Handle handle, String tableAndColumns) {
        copyInto(handle, tableAndColumns, " WITH (FREEZE)");
    }

    private void copyInto(Handle handle, String tableAndColumns, String options) {
        try {
            copyApi(handle).copyIn("COPY " + tableAndColumns + " FROM STDIN" + options, read(), FLUSH_BYTES);
        } catch (SQLException failure) {
            throw DbFailures.problemOf(failure).asException(failure);
        } catch (IOException failure) {
            throw Source.unreadable(file.toString(), failure);
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
            throw Source.unreadable(file.toString(), failure);
        }
    }

    private static CopyManager copyApi(Handle handle) throws SQLException {
        return handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
    }

    /** All rows from the first, as COPY text. */
    InputStream read() throws IOException {
        flush();
        channel.position(0);
        return Channels.newInputStream(channel);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw Source.unreadable(file.toString(), failure);
        }
    }
}
