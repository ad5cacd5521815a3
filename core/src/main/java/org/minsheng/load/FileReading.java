package org.minsheng.load;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;
import org.minsheng.run.Progress;

/** A file that is being read, parsed and checked row by row, in a thread of its own. */
final class FileReading implements AutoCloseable {
    private static final int BATCH_BYTES = 1 << 18;
    private static final int ROWS_BETWEEN_STOPS = 1 << 10;
    private static final byte[] NO_MORE = new byte[0];

    private final RecordReader reader;
    private final HeaderMapping mapping;
    private final RowEncoder encoder;
    private final Spool rejects;
    private final DoubleKeys doubles;
    private final Thread thread = new Thread(this::read, "minsheng-read");
    private final BooleanSupplier stopRequested;
    private Consumer<byte[]> taker;
    private Progress progress;
    private boolean readerClosed;
    private volatile boolean stopped;
    private volatile Throwable failure;

    /**
     * Opens a file and reads its header.
     *
     * @param kindsOfLoad the kinds that are loaded together, its own among them
     * @param good where its good rows go
     * @param stopRequested ends the reading with {@link LoadProblem#INTERRUPTED}
     */
    FileReading(
            LoadFile file, int number, List<FileKind> kindsOfLoad, GoodRows.Maker good, BooleanSupplier stopRequested) {
        this.stopRequested = stopRequested;
        FileKind kind = file.kind();
        reader = RecordReaders.open(file.source(), kind, file.nestedIn());
        rejects = new Spool();
        doubles = new DoubleKeys(number);
        boolean whole = false;
        try {
            mapping = HeaderMapping.of(file.source().name(), kind, reader.header(), kindsOfLoad);
            encoder = new RowEncoder(kind, number, mapping, good.make(new MendedReject(mapping), doubles));
            whole = true;
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    HeaderMapping mapping() {
        return mapping;
    }

    /** Begins; batches of staged rows are handed over in the thread that reads, an empty one at the end, well or not. */
    void start(Consumer<byte[]> newTaker, Progress newProgress) {
        taker = newTaker;
        progress = newProgress;
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            RawRecord record = new RawRecord();
            long told = 0;
            CopyLine rows = new CopyLine(BATCH_BYTES + (1 << 14));
            while (!stopped && reader.next(record)) {
                encoder.encode(record, rows, rejects);
                if (encoder.read() % ROWS_BETWEEN_STOPS == 0 && stopRequested.getAsBoolean()) {
                    throw Problem.of(LoadProblem.INTERRUPTED).asException();
                }
                if (rows.size() >= BATCH_BYTES) {
                    progress.advance(encoder.read() - told);
                    told = encoder.read();
                    taker.accept(rows.take());
                }
            }
            encoder.finish(rows);
            if (rows.size() > 0) {
                taker.accept(rows.take());
            }
            // Some readers know only now whether these were the bytes that were announced.
            closeReader();
        } catch (RuntimeException | Error problem) {
            failure = problem;
        } finally {
            taker.accept(NO_MORE);
        }
    }

    /** Waits for the end of the file, and throws what ended the reading before its time. */
    void awaitEnd() {
        awaitEnd(0);
    }

    /**
     * The same, for a while.
     *
     * @param millis how long at most; 0: as long as it takes
     * @return whether the end has come
     */
    boolean awaitEnd(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problem.of(LoadProblem.INTERRUPTED).asException(interrupted);
        }
        if (thread.isAlive()) {
            return false;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        return true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Rows read. */
    long rows() {
        return encoder.read();
    }

    /** Rows whose business key may stand twice. */
    DoubleKeys doubles() {
        return doubles;
    }

    /** Rows that are bad by themselves, as rows of {@code stage_reject}. */
    Spool rejects() {
        return rejects;
    }

    /** Ends the reading wherever it is. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        try (rejects;
                doubles) {
            closeReader();
        }
    }

    private void closeReader() {
        if (!readerClosed) {
            readerClosed = true;
            reader.close();
        }
    }
}
