package org.minsheng.cli.survival;

import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.Locks;

/** Holds the money of two buckets in the middle of a night, so that both workers of a settlement wait there. */
final class FrozenBuckets implements AutoCloseable {
    private static final int WORKERS = 2;

    private final ConnectionSettings settings;
    private final Database holder;

    FrozenBuckets(ConnectionSettings settings) {
        this.settings = settings;
        this.holder = Evidence.superuser(settings);
        holder.handle().begin();
        holder.handle()
                .createQuery("SELECT DISTINCT bucket FROM claim.open_claim WHERE bucket >= 100 ORDER BY bucket LIMIT 2")
                .mapTo(Integer.class)
                .list()
                .forEach(bucket -> Locks.bucket(holder.handle(), bucket));
    }

    /** Waits until a settlement has come to the buckets and can go no further. */
    void awaitWorkersOf(ChildCommand settling) {
        if (!settling.awaits(() -> waiting(holder, settings) == WORKERS)) {
            throw new AssertionError("it never waited: " + settling.awaitEnd());
        }
    }

    /** How many sessions of a command wait now for a lock that the holder has; for others they wait a moment only. */
    static long waiting(Database holder, ConnectionSettings settings) {
        // Within a transaction the first look would be shown again.
        holder.handle().execute("SELECT pg_stat_clear_snapshot()");
        return holder.handle()
                .createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = :database AND usename = :login AND pg_backend_pid() = ANY (pg_blocking_pids(pid))""")
                .bind("database", settings.database())
                .bind("login", settings.user())
                .mapTo(Long.class)
                .one();
    }

    /** Ends every session of the command, as a broken network would. */
    void cutSessions() {
        holder.handle()
                .createQuery("""
                        SELECT count(*) FILTER (WHERE pg_terminate_backend(pid, 10000)) FROM pg_stat_activity
                        WHERE datname = :database AND usename = :login""")
                .bind("database", settings.database())
                .bind("login", settings.user())
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void close() {
        holder.handle().rollback();
        holder.close();
    }
}
