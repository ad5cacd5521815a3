package org.minsheng.run;

import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The audit: a writing command leaves one entry in its own transaction. The sealer chains the entries later. */
public final class Audit {
    private final Handle handle;

    public Audit(Handle handle) {
        this.handle = handle;
    }

    /**
     * Records what this transaction does.
     *
     * @param action the command: {@code run undo}
     * @param runId the run it belongs to, or null
     * @param reason what the person gave as reason, or null
     * @param facts figures and keys; identity numbers masked
     */
    public void record(String action, Long runId, String reason, Map<String, ?> facts) {
        handle.createUpdate("""
                        INSERT INTO run.audit_entry (action, run_id, reason, facts)
                        VALUES (:action, :run, :reason, CAST(:facts AS jsonb))""")
                .bind("action", action)
                .bind("run", runId)
                .bind("reason", reason)
                .bind("facts", Json.write(facts))
                .execute();
    }
}
