package org.minsheng.load;

import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.minsheng.db.Database;

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
    private final StopWatcher watcher;
    private volatile boolean abandoned;
    private boolean open = true;

    private RowsAhead(Database own, Spool groups, ChosenRows rows, String target, BooleanSupplier stopRequested) {
        this.own = own;
        this.groups = groups;
        own.handle().begin();
        this.copying = new FutureTask<>(() -> rows.copyInto(own.handle(), groups, target), null);
        this.thread = new Thread(copying, "minsheng-ahead");
        this.watcher = StopWatcher.start(own.handle(), () -> abandoned || stopRequested.getAsBoolean());
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Begins to copy.
     *
     * @param database where to; a connection of its own is opened when there is something to copy
     * @param query the groups whose rows are copied, see {@link Keeping}; asked on the load's connection
     * @param rows the rows they are chosen from
     * @param target the table with its columns
     * @return null when the query gives none
     */
    static RowsAhead start(
            Database database, String query, KeptRows rows, String target, BooleanSupplier stopRequested) {
        Spool groups = new Spool();
        Database own = database.another();
        boolean started = false;
        try {
            groups.fill(database.handle(), query);
            if (groups.isEmpty()) {
                return null;
            }
            RowsAhead ahead = new RowsAhead(own, groups, ChosenRows.of(rows), target, stopRequested);
            started = true;
            return ahead;
        } finally {
            if (!started) {
                own.close();
                groups.close();
            }
        }
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
            thread.join();
            watcher.close();
            if (open && own.isAlive()) {
                own.handle().rollback();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
