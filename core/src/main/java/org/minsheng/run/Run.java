package org.minsheng.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A row of the run ledger.
 *
 * @param id number of the run
 * @param job what it does, in the words of the command: {@code claim settle}
 * @param state where it stands
 * @param attempt 1 for the first, raised by each resume
 * @param businessDate the date it works for; null where none matters
 * @param inputs what was pinned when it began
 * @param result figures of its end; empty while it runs
 * @param login the database login that began it
 * @param startedAt when it began
 * @param endedAt when it ended; null while it runs
 */
public record Run(
        long id,
        String job,
        State state,
        int attempt,
        LocalDate businessDate,
        Map<String, Object> inputs,
        Map<String, Object> result,
        String login,
        Instant startedAt,
        Instant endedAt) {

    /** Where a run stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        UNDONE;

        /** The name in the database and in output. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String label) {
            return valueOf(label.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
