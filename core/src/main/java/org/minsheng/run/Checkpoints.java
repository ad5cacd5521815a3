package org.minsheng.run;

import java.util.BitSet;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The buckets of a run that have committed. A bucket's checkpoint commits together with its work, or not at all. */
public final class Checkpoints {
    /** Work is cut into so many buckets, by the first byte of a hash of the person's first identity number. */
    public static final int BUCKETS = 256;

    private final Handle handle;

    public Checkpoints(Handle handle) {
        this.handle = handle;
    }

    /** The buckets that are done, by number. */
    public BitSet done(long runId) {
        BitSet done = new BitSet(BUCKETS);
        handle.createQuery("SELECT bucket FROM run.checkpoint WHERE run_id = :run")
                .bind("run", runId)
                .mapTo(Integer.class)
                .forEach(done::set);
        return done;
    }

    /** Marks a bucket as done within the transaction that did it; a second mark is an error of the database. */
    public void mark(long runId, int bucket, int attempt, Map<String, ?> result) {
        handle.createUpdate("""
                        INSERT INTO run.checkpoint (run_id, bucket, attempt, result)
                        VALUES (:run, :bucket, :attempt, CAST(:result AS jsonb))""")
                .bind("run", runId)
                .bind("bucket", bucket)
                .bind("attempt", attempt)
                .bind("result", Json.write(result))
                .execute();
    }
}
