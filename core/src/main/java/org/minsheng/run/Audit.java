package org.minsheng.run;

import java.util.List;
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

    /** The latest entries, newest first. */
    public List<AuditEntry> latest(int limit) {
        return handle.createQuery("""
                        SELECT entry_id, at, login, action, run_id, reason, facts,
                            EXISTS (SELECT FROM run.audit_seal seal WHERE seal.entry_id = entry.entry_id) AS sealed
                        FROM run.audit_entry entry ORDER BY entry_id DESC LIMIT :limit""")
                .bind("limit", limit)
                .map((row, context) -> new AuditEntry(
                        row.getLong("entry_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("login"),
                        row.getString("action"),
                        row.getObject("run_id", Long.class),
                        row.getString("reason"),
                        Json.read(row.getString("facts")),
                        row.getBoolean("sealed")))
                .list();
    }
}
