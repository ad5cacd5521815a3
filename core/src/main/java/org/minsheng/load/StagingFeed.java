package org.minsheng.load;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.db.DbFailures;
import org.minsheng.run.Progress;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills a staging table: one thread reads, parses and checks, this one sends. Between them a few batches at most, so
 * that memory does not grow with the file.
 */
final class StagingFeed {
    private static final int BATCHES_MAX = 8;
    private static final long POLL_MILLIS = 200;

    private final FileReading reading;
    private final Progress progress;
    private final BlockingQueue<byte[]> batches = new ArrayBlockingQueue<>(BATCHES_MAX);

    StagingFeed(FileReading reading, Progress progress) {
        this.reading = reading;
        this.progress = progress;
    }

    /** Copies every good row into the table, which the present transaction has made: so no row has to be judged again. */
    void copyInto(Handle handle, String tableAndColumns) {
        CopyIn copy = null;
        try {
            copy = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + tableAndColumns + " FROM STDIN WITH (FREEZE)");
            reading.start(this::put, progress);
            send(copy);
            reading.awaitEnd();
            copy.endCopy();
        } catch (SQLException problem) {
            throw DbFailures.problemOf(problem).asException(problem);
        } finally {
            cancel(copy);
        }
    }

    private void send(CopyIn copy) throws SQLException {
        for (byte[] batch = take(); batch.length > 0; batch = take()) {
            copy.writeToCopy(batch, 0, batch.length);
        }
    }

    private byte[] take() {
        try {
            return batches.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problem.of(LoadProblem.INTERRUPTED).asException(interrupted);
        }
    }

    /** Ends a copy that did not come to its end: nothing of it is written. */
    static void cancel(CopyIn copy) {
        if (copy != null && copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException problem) {
                throw DbFailures.problemOf(problem).asException(problem);
            }
        }
    }

    private void put(byte[] batch) {
        try {
            boolean taken = false;
            while (!taken && !reading.isStopped()) {
                taken = batches.offer(batch, POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
