package org.minsheng.claim;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What a settlement run may see: pinned when the run begins and used again by every resume, so that what arrives later
 * is the next run's.
 *
 * @param asOf treatments that ended on or before this date
 * @param lastRun the newest run whose data may be seen
 * @param unfinishedRuns runs below it that were not done when the run began, whether their rows could be seen or not:
 *     what they commit later is not seen either
 */
record Visible(LocalDate asOf, long lastRun, List<Long> unfinishedRuns) {
    /** No load is still at work when so many later ones have begun. */
    private static final long RUNS_AT_ONCE_MAX = 1_000;

    Visible {
        unfinishedRuns = List.copyOf(unfinishedRuns);
    }

    /** All that is committed now. */
    static Visible now(Handle handle, LocalDate asOf) {
        long last = handle.createQuery("SELECT coalesce(max(run_id), 0) FROM run.run")
                .mapTo(Long.class)
                .one();
        // A load's own row appears when it commits: until then its number is a gap.
        List<Long> unfinished = handle.createQuery("""
                        SELECT run_id FROM generate_series(greatest(1, :last - :span), :last) AS run_id
                        EXCEPT SELECT run_id FROM run.run WHERE state <> 'running'
                        ORDER BY run_id""")
                .bind("last", last)
                .bind("span", RUNS_AT_ONCE_MAX)
                .mapTo(Long.class)
                .list();
        return new Visible(asOf, last, unfinished);
    }

    Map<String, Object> toInputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("as_of", asOf.toString());
        inputs.put("last_run", lastRun);
        inputs.put("unfinished_runs", unfinishedRuns);
        return inputs;
    }

    static Visible ofInputs(Map<String, Object> inputs) {
        List<Long> unfinished = ((List<?>) inputs.get("unfinished_runs"))
                .stream().map(number -> ((Number) number).longValue()).toList();
        return new Visible(
                LocalDate.parse((String) inputs.get("as_of")),
                ((Number) inputs.get("last_run")).longValue(),
                unfinished);
    }

    /** The condition on a table's {@code run_id}; numbers only, so that COPY can take it. */
    String ofRuns(String column) {
        StringBuilder condition = new StringBuilder(column).append(" <= ").append(lastRun);
        for (long run : unfinishedRuns) {
            condition.append(" AND ").append(column).append(" <> ").append(run);
        }
        return condition.toString();
    }

    /** The condition that selects the open claims of a bucket. */
    String openClaims(int bucket) {
        return "bucket = " + bucket + " AND ended_on <= '" + asOf + "' AND " + ofRuns("run_id");
    }
}
