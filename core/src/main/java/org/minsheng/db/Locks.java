package org.minsheng.db;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;

/**
 * Advisory locks. The door of a job is polite: it tells a second one to come later. What really protects is the bucket's
 * lock, which every writer of a person's money takes within the transaction.
 */
public final class Locks {
    private static final int DOORS = 0x6d73_0001;
    /** 2 and 3 are those of buckets and of inputs, which SQL takes. */
    private static final int AHEAD = 0x6d73_0004;

    private Locks() {}

    /** A door that is held until it is closed or the session ends. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes the door of a job for this session.
     *
     * @throws org.minsheng.base.ProblemException {@code db.job-running} when another session has it
     */
    public static Held door(Handle handle, String job) {
        int key = key(job);
        boolean taken = handle.createQuery("SELECT pg_try_advisory_lock(:class, :key)")
                .bind("class", DOORS)
                .bind("key", key)
                .mapTo(Boolean.class)
                .one();
        if (!taken) {
            throw busy(handle, job, key);
        }
        return () -> handle.createQuery("SELECT pg_advisory_unlock(:class, :key)")
                .bind("class", DOORS)
                .bind("key", key)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Locks the money of a bucket's persons until the transaction ends. Whoever needs several takes them in ascending
     * order.
     */
    public static void bucket(Handle transaction, int bucket) {
        transaction
                .createQuery("SELECT run.lock_bucket(:bucket)::text")
                .bind("bucket", bucket)
                .mapTo(String.class)
                .one();
    }

    /**
     * Waits until nobody writes rows ahead of a load of the job, and keeps others from it until the transaction ends.
     */
    public static void writingAhead(Handle transaction, String job) {
        transaction
                .createQuery("SELECT pg_advisory_xact_lock(:class, :key)::text")
                .bind("class", AHEAD)
                .bind("key", key(job))
                .mapTo(String.class)
                .one();
    }

    private static RuntimeException busy(Handle handle, String job, int key) {
        String holder = handle.createQuery("""
                        SELECT usename || ' (pid ' || pid || ') since ' || date_trunc('second', backend_start)
                        FROM pg_locks JOIN pg_stat_activity USING (pid)
                        WHERE locktype = 'advisory' AND granted AND objsubid = 2
                            AND classid = CAST(:class AS bigint)::oid AND objid = CAST(:key AS bigint)::oid
                            AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        LIMIT 1""")
                .bind("class", Integer.toUnsignedLong(DOORS))
                .bind("key", Integer.toUnsignedLong(key))
                .mapTo(String.class)
                .findOne()
                .orElse("-");
        return Problem.of(DbProblem.JOB_RUNNING)
                .with("job", job)
                .with("holder", holder)
                .asException();
    }

    private static int key(String job) {
        CRC32 checksum = new CRC32();
        checksum.update(job.getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }
}
