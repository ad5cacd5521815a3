package org.minsheng.load;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;
import org.minsheng.db.DbFailures;
import org.minsheng.run.Progress;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills a staging table: one thread reads, parses and checks, this one sends. Between them a few batches at most, so
 * that memory does not grow with the file.
 */
final class StagingFeed {
    private static final int BATCH_BYTES = 1 << 18;
    private static final int BATCHES_MAX = 8;
    private static final long POLL_MILLIS = 200;
    private static final byte[] END = new byte[0];

    private final RecordReader reader;
    private final RowEncoder encoder;
    private final Spool rejects;
    private final Progress progress;
    private final BlockingQueue<byte[]> batches = new ArrayBlockingQueue<>(BATCHES_MAX);
    private volatile Throwable failure;
    private volatile boolean stopped;

    StagingFeed(RecordReader reader, RowEncoder encoder, Spool rejects, Progress progress) {
        this.reader = reader;
        this.encoder = encoder;
        this.rejects = rejects;
        this.progress = progress;
    }

    /** Copies every good row into the table, which the present transaction has made: so no row has to be judged again. */
    void copyInto(Handle handle, String tableAndColumns) {
        Thread parsing = new Thread(this::parse, "minsheng-parse");
        parsing.setDaemon(true);
        CopyIn copy = null;
        try {
            copy = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + tableAndColumns + " FROM STDIN WITH (FREEZE)");
            parsing.start();
            send(copy);
            copy.endCopy();
        } catch (SQLException problem) {
            throw DbFailures.problemOf(problem).asException(problem);
        } finally {
            stopped = true;
            cancel(copy);
            join(parsing);
        }
    }

    private void send(CopyIn copy) throws SQLException {
        while (true) {
            byte[] batch = take();
            rethrow();
            if (batch == END) {
                return;
            }
            if (batch != null) {
                copy.writeToCopy(batch, 0, batch.length);
            }
        }
    }

    private byte[] take() {
        try {
            return batches.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problem.of(LoadProblem.INTERRUPTED).asException(interrupted);
        }
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
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

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The other thread: reads to the end and hands batches over. */
    private void parse() {
        try {
            RawRecord record = new RawRecord();
            long told = 0;
            CopyLine rows = new CopyLine(BATCH_BYTES + (1 << 14));
            while (!stopped && reader.next(record)) {
                encoder.encode(record, rows, rejects);
                if (rows.size() >= BATCH_BYTES) {
                    progress.advance(encoder.read() - told);
                    told = encoder.read();
                    put(rows.take());
                }
            }
            encoder.finish(rows);
            put(rows.take());
            put(END);
        } catch (RuntimeException | Error problem) {
            failure = problem;
        }
    }

    private void put(byte[] batch) {
        if (batch.length == 0 && batch != END) {
            return;
        }
        try {
            boolean taken = false;
            while (!taken && !stopped) {
                taken = batches.offer(batch, POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
