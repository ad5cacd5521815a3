package org.minsheng.registry;

import java.time.Instant;
import java.util.List;

/**
 * One step of a person's history: what one run did to the record.
 *
 * @param runId the run
 * @param job what it was: {@code person import}
 * @param runState where the run stands; {@code undone} when it was taken back
 * @param login who ran it
 * @param at when it began
 * @param fields what it changed; empty for the first registration, and when it was taken back
 */
public record PersonChange(
        long runId, String job, String runState, String login, Instant at, List<FieldChange> fields) {
    public PersonChange {
        fields = List.copyOf(fields);
    }

    /**
     * A field before and after.
     *
     * @param field the column: {@code division_code}
     * @param before text, or {@link org.minsheng.base.Masked} for a number; null when it was empty
     * @param after likewise
     */
    public record FieldChange(String field, Object before, Object after) {}
}
