package org.minsheng.run;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of the audit.
 *
 * @param id number of the entry
 * @param at when
 * @param login the database login that did it
 * @param action the command: {@code run undo}
 * @param runId the run it belongs to, or null
 * @param reason what the person gave as reason, or null
 * @param facts figures and keys
 * @param sealed whether the chain covers it already
 */
public record AuditEntry(
        long id,
        Instant at,
        String login,
        String action,
        Long runId,
        String reason,
        Map<String, Object> facts,
        boolean sealed) {}
