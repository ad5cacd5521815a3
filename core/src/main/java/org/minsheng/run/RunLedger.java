package org.minsheng.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.minsheng.base.Problem;

/**
 * The run ledger: what was begun, with which pinned inputs, how it ended. Each method is one or two statements, and each
 * change of a run's state notes itself among the run's events.
 */
public final class RunLedger {
    private static final String COLUMNS =
            "run_id, job, state, attempt, business_date, inputs, result, login, started_at, ended_at";

    private final Handle handle;

    public RunLedger(Handle handle) {
        this.handle = handle;
    }

    /**
     * Begins a run. Called outside a transaction it is visible to everyone at once, as a batch needs it.
     *
     * @param businessDate the date it works for, or null
     * @param inputs what a resume must use again
     * @return the number of the run, in its first attempt
     */
    public long begin(String job, LocalDate businessDate, Map<String, ?> inputs) {
        return handle.createQuery("""
                        WITH begun AS (
                            INSERT INTO run.run (job, business_date, inputs)
                            VALUES (:job, :businessDate, CAST(:inputs AS jsonb))
                            RETURNING run_id),
                        noted AS (INSERT INTO run.event (run_id, code) SELECT run_id, :event FROM begun)
                        SELECT run_id FROM begun""")
                .bind("job", job)
                .bind("businessDate", businessDate)
                .bind("inputs", Json.write(inputs))
                .bind("event", RunEvent.BEGUN)
                .mapTo(Long.class)
                .one();
    }

    /**
     * Waits until nobody is changing what a job reads and cannot pin by number, and keeps it from being changed until the
     * transaction ends; from then on the unfinished run does. A transaction that changes such an input meanwhile ends with
     * {@code db.inputs-pinned}.
     */
    public void pinInputs(String job) {
        handle.createQuery("SELECT run.pin_inputs(:job)::text")
                .bind("job", job)
                .mapTo(String.class)
                .one();
    }

    /**
     * Proves, until the transaction ends, that this attempt may still write: the row stays locked for sharing, so a
     * resume waits for this transaction and then shuts out the next one.
     *
     * @throws org.minsheng.base.ProblemException {@code run.superseded} when the run has ended or was resumed elsewhere
     */
    public void fence(long runId, int attempt) {
        boolean current = handle.createQuery("""
                        SELECT attempt = :attempt AND state = 'running'
                        FROM run.run WHERE run_id = :run FOR SHARE""")
                .bind("attempt", attempt)
                .bind("run", runId)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
        if (!current) {
            throw Problem.of(RunProblem.RUN_SUPERSEDED).with("run", runId).asException();
        }
    }

    /** Ends an attempt with its figures; refuses when it was superseded. */
    public void end(long runId, int attempt, Map<String, ?> result) {
        boolean ended = change(
                "state = 'done', result = CAST(:result AS jsonb), ended_at = clock_timestamp()",
                "run_id = :run AND attempt = :attempt AND state = 'running'",
                RunEvent.DONE,
                Map.of(),
                Map.of("run", runId, "attempt", attempt, "result", Json.write(result)));
        if (!ended) {
            throw Problem.of(RunProblem.RUN_SUPERSEDED).with("run", runId).asException();
        }
    }

    /**
     * Ends an attempt that could not go on; what it has committed stays, and a resume goes on from there. Does nothing when
     * it was superseded.
     *
     * @param why what ended it
     */
    public void fail(long runId, int attempt, Problem why) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("problem", why.code().code());
        why.facts().forEach((name, value) -> facts.put(name, value instanceof Number ? value : String.valueOf(value)));
        change(
                "state = 'failed', ended_at = clock_timestamp()",
                "run_id = :run AND attempt = :attempt AND state = 'running'",
                RunEvent.FAILED,
                facts,
                Map.of("run", runId, "attempt", attempt));
    }

    /** Notes that an attempt stopped at a safe point, as it was told to: the run is unfinished. */
    public void stopped(long runId, Map<String, ?> soFar) {
        handle.createUpdate("INSERT INTO run.event (run_id, code, facts) VALUES (:run, :code, CAST(:facts AS jsonb))")
                .bind("run", runId)
                .bind("code", RunEvent.STOPPED)
                .bind("facts", Json.write(soFar))
                .execute();
    }

    /**
     * Takes an unfinished run over: its earlier workers can no longer commit.
     *
     * @return the run in its new attempt, with the inputs that were pinned
     * @throws org.minsheng.base.ProblemException {@code run.wrong-state} when it is done, cancelled or undone, {@code
     *     run.not-found} when there is none of this number
     */
    public Run resume(long runId) {
        boolean taken = change(
                "attempt = attempt + 1, state = 'running', ended_at = NULL",
                "run_id = :run AND state IN ('running', 'failed')",
                RunEvent.RESUMED,
                Map.of(),
                Map.of("run", runId));
        Run run = show(runId);
        if (!taken) {
            throw wrongState(run, "resume");
        }
        return run;
    }

    /** Ends a run that nobody works on any more; what it has committed stays. */
    public void cancel(long runId) {
        Run run = show(runId);
        boolean cancelled = change(
                "state = 'cancelled', attempt = attempt + 1, ended_at = clock_timestamp()",
                "run_id = :run AND state IN ('running', 'failed')",
                RunEvent.CANCELLED,
                Map.of(),
                Map.of("run", runId));
        if (!cancelled) {
            throw wrongState(run, "cancel");
        }
    }

    /** Marks an applied load as taken back. */
    public void undone(long runId) {
        Run run = show(runId);
        boolean undone = change(
                "state = 'undone'",
                "run_id = :run AND state = 'done'",
                RunEvent.UNDONE,
                Map.of(),
                Map.of("run", runId));
        if (!undone) {
            throw wrongState(run, "undo");
        }
    }

    /** Changes a run and notes it, both or neither; whether there was a run to change. */
    private boolean change(
            String assignments, String condition, String event, Map<String, ?> facts, Map<String, ?> values) {
        return handle.createUpdate("WITH changed AS (UPDATE run.run SET " + assignments + " WHERE " + condition
                                + " RETURNING run_id, attempt) INSERT INTO run.event (run_id, code, facts)"
                                + " SELECT run_id, :event, jsonb_build_object('attempt', attempt) || CAST(:facts AS jsonb)"
                                + " FROM changed")
                        .bind("event", event)
                        .bind("facts", Json.write(facts))
                        .bindMap(values)
                        .execute()
                > 0;
    }

    /** One run; {@code run.not-found} when there is none of this number. */
    public Run show(long runId) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM run.run WHERE run_id = :run")
                .bind("run", runId)
                .map(RunLedger::read)
                .findOne()
                .orElseThrow(() ->
                        Problem.of(RunProblem.RUN_NOT_FOUND).with("run", runId).asException());
    }

    /** The latest runs, newest first; of one job when it is not null. */
    public List<Run> list(String job, int limit) {
        return handle.createQuery("SELECT " + COLUMNS
                        + " FROM run.run WHERE :job IS NULL OR job = :job ORDER BY run_id DESC LIMIT :limit")
                .bind("job", job)
                .bind("limit", limit)
                .map(RunLedger::read)
                .list();
    }

    /** The run of a job that began and neither ended nor was cancelled, if there is one. */
    public Optional<Run> unfinished(String job) {
        return handle.createQuery("SELECT " + COLUMNS
                        + " FROM run.run WHERE job = :job AND state IN ('running', 'failed')"
                        + " AND run_id = (SELECT max(run_id) FROM run.run WHERE job = :job AND state <> 'cancelled')")
                .bind("job", job)
                .map(RunLedger::read)
                .findOne();
    }

    /** What was noted in a run, in order. */
    public List<RunEvent> events(long runId) {
        return handle.createQuery("SELECT at, login, code, facts FROM run.event WHERE run_id = :run ORDER BY event_id")
                .bind("run", runId)
                .map((row, context) -> new RunEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("login"),
                        row.getString("code"),
                        Json.read(row.getString("facts"))))
                .list();
    }

    private static Run read(ResultSet row, StatementContext context) throws SQLException {
        String result = row.getString("result");
        return new Run(
                row.getLong("run_id"),
                row.getString("job"),
                Run.State.of(row.getString("state")),
                row.getInt("attempt"),
                row.getObject("business_date", LocalDate.class),
                Json.read(row.getString("inputs")),
                result == null ? Map.of() : Json.read(result),
                row.getString("login"),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("ended_at")));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static RuntimeException wrongState(Run run, String action) {
        return Problem.of(RunProblem.RUN_WRONG_STATE)
                .with("run", run.id())
                .with("state", run.state().label())
                .with("action", action)
                .asException();
    }
}
