package org.minsheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/** Sees that another session of the test's database has come to a lock of a third one, or of this one, and waits for it. */
final class LockWaits {
    static final int SECONDS_MAX = 30;

    private LockWaits() {}

    static void await(Handle handle) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        // For the server's own housekeeping sessions wait, too, but a moment only.
        while (handle.createQuery("""
                                SELECT count(*) FROM pg_stat_activity waits
                                WHERE datname = current_database() AND EXISTS (
                                    SELECT FROM pg_stat_activity holds
                                    WHERE holds.pid = ANY (pg_blocking_pids(waits.pid))
                                        AND holds.backend_type = 'client backend')""").mapTo(Integer.class).one() == 0) {
            assertThat(System.nanoTime()).as("somebody waits for a lock").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
