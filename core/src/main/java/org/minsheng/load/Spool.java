package org.minsheng.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.CopyLine;
import org.minsheng.db.DbFailures;
import org.postgresql.PGConnection;

/** COPY rows that wait on the disk, readable by their owner only, until the connection is free for them. */
final class Spool implements AutoCloseable {
    private static final int FLUSH_BYTES = 1 << 16;

    private final Path file;
    private final OutputStream out;
    private final CopyLine line = new CopyLine(2 * FLUSH_BYTES);

    Spool() {
        try {
            file = Files.createTempFile("minsheng-", ".rows");
            out = Files.newOutputStream(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
            throw new UncheckedIOException(failure);
        }
    }

    /** Copies all rows into a table. */
    void copyInto(Handle handle, String tableAndColumns) {
        flush();
        try (InputStream rows = Files.newInputStream(file)) {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + tableAndColumns + " FROM STDIN", rows, FLUSH_BYTES);
        } catch (SQLException failure) {
            throw DbFailures.problemOf(failure).asException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
