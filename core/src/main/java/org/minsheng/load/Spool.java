package org.minsheng.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.DbFailures;
import org.postgresql.PGConnection;

/**
 * COPY rows that wait on the disk until the connection is free for them. The file is readable by its owner only and has
 * no name any more once it is open, so that a load that is killed leaves no person's rows behind.
 */
final class Spool implements AutoCloseable {
    private static final int FLUSH_BYTES = 1 << 16;

    private final FileChannel file;
    private final CopyLine line = new CopyLine(2 * FLUSH_BYTES);

    Spool() {
        try {
            file = FileChannel.open(
                    Files.createTempFile("minsheng-", ".rows"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
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
            ByteBuffer rows = ByteBuffer.wrap(line.take());
            while (rows.hasRemaining()) {
                file.write(rows);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Copies all rows into a table. */
    void copyInto(Handle handle, String tableAndColumns) {
        flush();
        try {
            file.position(0);
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + tableAndColumns + " FROM STDIN", Channels.newInputStream(file), FLUSH_BYTES);
        } catch (SQLException failure) {
            throw DbFailures.problemOf(failure).asException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
