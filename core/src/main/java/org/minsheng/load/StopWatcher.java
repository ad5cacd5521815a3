package org.minsheng.load;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/**
 * Breaks off what the connection is doing once somebody asks to stop: one statement of a load can take minutes. Asks
 * again and again until it is closed, since a cancellation that comes between two statements hits none.
 */
final class StopWatcher implements AutoCloseable {
    private static final long POLL_MILLIS = 100;

    private final PGConnection connection;
    private final BooleanSupplier stopRequested;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "minsheng-stop");

    private StopWatcher(PGConnection connection, BooleanSupplier stopRequested) {
        this.connection = connection;
        this.stopRequested = stopRequested;
    }

    static StopWatcher start(Handle handle, BooleanSupplier stopRequested) {
        try {
            StopWatcher watcher = new StopWatcher(handle.getConnection().unwrap(PGConnection.class), stopRequested);
            watcher.thread.setDaemon(true);
            watcher.thread.start();
            return watcher;
        } catch (SQLException impossible) {
            throw new IllegalStateException("not a connection to PostgreSQL", impossible);
        }
    }

    private void watch() {
        try {
            while (!closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stopRequested.getAsBoolean()) {
                    connection.cancelQuery();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (SQLException unreachable) {
            // The server is gone: then the statement fails by itself.
            closed.countDown();
        }
    }

    /** From here on nothing is broken off. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
