package org.minsheng.load;

import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.minsheng.db.Database;
import org.minsheng.db.Locks;

/**
 * Copies rows of a load on a connection of its own, beside what the load does on the other, and commits them just before
 * it. That is for rows that nobody finds while what they belong to is not there: should the load end between the two
 * commits, they are left unseen, and the kind's {@code ready.sql} removes them before the next load.
 */
final class RowsAhead implements AutoCloseable {
    private final Database own;
    private final Spool groups;
    private final FutureTask<Void> copying;
    private final Thread thread;
    private StopWatcher watcher;
    private volatile boolean abandoned;
    private boolean open;

    private RowsAhead(Database own, Spool groups, ChosenRows rows, String target) {
        this.own = own;
        this.groups = groups;
        this.copying = new FutureTask<>(() -> rows.copyInto(own.handle(), groups, target), null);
        this.thread = new Thread(copying, "minsheng-ahead");
    }

    /**
     * Begins to copy.
     *
     * @param database where to; a connection of its own is opened when there is something to copy
     * @param job of the load
     * @param query the groups whose rows are copied, see {@link Keeping}; asked on the load's connection
     * @param rows the rows they are chosen from
     * @param target the table with its columns
     * @param stopRequested breaks it off
     * @return null when the query gives none
     */
    static RowsAhead start(
            Database database, String job, String query, KeptRows rows, String target, BooleanSupplier stopRequested) {
        RowsAhead ahead = new RowsAhead(database.another(), new Spool(), ChosenRows.of(rows), target);
        boolean begun = false;
        try {
            ahead.groups.fill(database.handle(), query);
            if (!ahead.groups.isEmpty()) {
                ahead.begin(job, stopRequested);
                begun = true;
            }
        } finally {
            if (!begun) {
                ahead.close();
            }
        }
        return begun ? ahead : null;
    }

    private void begin(String job, BooleanSupplier stopRequested) {
        own.handle().begin();
        open = true;
        Locks.writingAhead(own.handle(), job);
        watcher = StopWatcher.start(own.handle(), () -> abandoned || stopRequested.getAsBoolean());
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until all rows are written, not yet committed. From here on nothing is broken off. */
    void await() {
        Waiting.forEnd(copying);
        watcher.close();
    }

    void commit() {
        own.handle().commit();
        open = false;
    }

    /** Takes back what is not committed. */
    @Override
    public void close() {
        abandoned = true;
        try (groups;
                own) {
            end();
            if (open && own.isAlive()) {
                own.handle().rollback();
            }
        }
    }

    private void end() {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            if (watcher != null) {
                watcher.close();
            }
        }
    }
}
