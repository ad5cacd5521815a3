package org.minsheng.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;
import org.minsheng.db.Database;
import org.minsheng.db.DbFailures;
import org.minsheng.db.Locks;
import org.minsheng.run.Audit;
import org.minsheng.run.BusinessDates;
import org.minsheng.run.Checkpoints;
import org.minsheng.run.Progress;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;
import org.minsheng.run.RunProblem;

/**
 * Settles a night of claims: 256 buckets of persons, each one transaction that commits together with its checkpoint.
 *
 * <p>Killed at any instruction, the next call goes on with the inputs that were pinned and ends with the rows of an
 * undisturbed run. A worker whose run was resumed elsewhere fails at its fence without writing.
 */
public final class SettleService {
    /** The job's name in the run ledger and at the door. */
    public static final String JOB = "claim settle";

    /** PostgreSQL shares the machine's two cores: a third worker gains nothing. */
    private static final int WORKERS = 2;

    private final Database database;
    private final Progress progress;
    private final BooleanSupplier stopRequested;

    /**
     * @param database the central database
     * @param progress hears of each claim that was decided
     * @param stopRequested asked before each bucket: true stops the run at this safe point
     */
    public SettleService(Database database, Progress progress, BooleanSupplier stopRequested) {
        this.database = database;
        this.progress = progress;
        this.stopRequested = stopRequested;
    }

    /**
     * Settles all open claims whose treatment ended on or before a date, or goes on with the run of that date that was
     * interrupted.
     *
     * @throws ProblemException busy when another run settles; {@code settle.ahead} when the date is after the open
     *     business date; {@code settle.unfinished} when a run of another date was
     *     interrupted; {@code settle.unbalanced} when a gate found a difference
     */
    public SettleReport settle(LocalDate asOf) {
        try (Locks.Held door = Locks.door(database.handle(), JOB)) {
            Handle handle = database.handle();
            RunLedger ledger = new RunLedger(handle);
            Optional<Run> unfinished = ledger.unfinished(JOB);
            if (unfinished.isPresent()) {
                Run run = unfinished.get();
                if (!Visible.ofInputs(run.inputs()).asOf().equals(asOf)) {
                    throw Problem.of(ClaimProblem.SETTLE_UNFINISHED)
                            .with("run", run.id())
                            .with("date", Visible.ofInputs(run.inputs()).asOf())
                            .asException();
                }
                return work(ledger.resume(run.id()));
            }
            return work(begin(ledger, asOf));
        }
    }

    /**
     * Goes on with the interrupted run.
     *
     * @throws ProblemException busy when another run settles; {@code run.wrong-state} when it is not the unfinished one:
     *     since it ended or was cancelled, its inputs may have changed
     */
    public SettleReport resume(long runId) {
        try (Locks.Held door = Locks.door(database.handle(), JOB)) {
            RunLedger ledger = new RunLedger(database.handle());
            Run run = ledger.show(runId);
            if (ledger.unfinished(JOB).filter(last -> last.id() == runId).isEmpty()) {
                throw Problem.of(RunProblem.RUN_WRONG_STATE)
                        .with("run", runId)
                        .with("state", run.state().label())
                        .with("action", "resume")
                        .asException();
            }
            return work(ledger.resume(runId));
        }
    }

    private Run begin(RunLedger ledger, LocalDate asOf) {
        Handle handle = database.handle();
        refuseAhead(handle, asOf);
        // The first attempt is read before anybody else can see the run and take it over.
        return handle.inTransaction(transaction -> {
            ledger.pinInputs(JOB);
            Map<String, Object> inputs =
                    new LinkedHashMap<>(Visible.now(transaction, asOf).toInputs());
            inputs.put("packs", ActivePacks.read(transaction).digests());
            return ledger.show(ledger.begin(JOB, asOf, inputs));
        });
    }

    private static void refuseAhead(Handle handle, LocalDate asOf) {
        Optional<LocalDate> open = new BusinessDates(handle).open().filter(asOf::isAfter);
        if (open.isPresent()) {
            throw Problem.of(ClaimProblem.SETTLE_AHEAD)
                    .with("date", asOf)
                    .with("open", open.get())
                    .asException();
        }
    }

    private SettleReport work(Run run) {
        Handle handle = database.handle();
        Visible visible = Visible.ofInputs(run.inputs());
        ActivePacks packs = ActivePacks.read(handle).pinned(run.inputs());
        Map<Integer, Long> open = openClaimsByBucket(handle, visible);
        BitSet todo = new BitSet(Checkpoints.BUCKETS);
        open.keySet().forEach(todo::set);
        todo.andNot(new Checkpoints(handle).done(run.id()));
        progress.stage(
                "claim.settle",
                open.values().stream().mapToLong(Long::longValue).sum());
        BucketQueue queue = new BucketQueue(todo, stopRequested);
        BucketWork work = new BucketWork(run, visible, packs, Institution.byId(handle), progress);
        try {
            runWorkers(queue, work);
        } catch (RuntimeException failure) {
            recordFailure(run, failure);
            throw failure;
        } finally {
            progress.finish();
        }
        return end(run, queue.stopped());
    }

    /** Where the database still answers, the ledger says why the run is unfinished. */
    private void recordFailure(Run run, RuntimeException failure) {
        if (!database.isAlive()) {
            return;
        }
        try {
            new RunLedger(database.handle()).fail(run.id(), run.attempt(), why(run, failure));
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    private static Problem why(Run run, RuntimeException failure) {
        Problem known = DbFailures.problemOf(failure);
        return known == null
                ? Problem.of(RunProblem.RUN_BROKEN).with("run", run.id()).with("reason", failure)
                : known;
    }

    private void runWorkers(BucketQueue queue, BucketWork work) {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                futures.add(workers.submit(() -> {
                    try (Database own = database.another()) {
                        for (int bucket = queue.next(); bucket >= 0; bucket = queue.next()) {
                            work.settle(own.handle(), bucket);
                        }
                    } catch (RuntimeException | Error e) {
                        queue.stop();
                        throw e;
                    }
                }));
            }
            awaitAll(futures);
        } finally {
            workers.shutdown();
        }
    }

    /** A worker that fails ends the run only when the others have come to the end of their buckets too. */
    private static void awaitAll(List<Future<?>> futures) {
        RuntimeException first = null;
        for (Future<?> future : futures) {
            try {
                await(future);
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private SettleReport end(Run run, boolean stopped) {
        Handle handle = database.handle();
        SettleReport report = report(handle, run, stopped);
        if (stopped) {
            new RunLedger(handle).stopped(run.id(), report.toResult());
        } else {
            handle.useTransaction(transaction -> {
                new RunLedger(transaction).end(run.id(), run.attempt(), report.toResult());
                new Audit(transaction).record(JOB, run.id(), null, report.toResult());
            });
        }
        return report;
    }

    private static SettleReport report(Handle handle, Run run, boolean stopped) {
        long held = handle.createQuery("SELECT count(*) FROM claim.hold WHERE run_id = :run")
                .bind("run", run.id())
                .mapTo(Long.class)
                .one();
        // The checkpoints carry the sums of the buckets, of earlier attempts too.
        return handle.createQuery("""
                        SELECT coalesce(sum((result ->> 'settled')::bigint), 0) AS settled,
                            coalesce(sum((result ->> 'not_covered')::bigint), 0) AS not_covered,
                            coalesce(sum((result ->> 'billed')::bigint), 0) AS billed,
                            coalesce(sum((result ->> 'funds')::bigint), 0) AS funds,
                            coalesce(sum((result ->> 'patients')::bigint), 0) AS patients,
                            coalesce(sum((result ->> 'hospitals')::bigint), 0) AS hospitals
                        FROM run.checkpoint WHERE run_id = :run""")
                .bind("run", run.id())
                .map((row, context) -> new SettleReport(
                        run.id(),
                        run.attempt() > 1,
                        stopped,
                        row.getLong("settled"),
                        row.getLong("not_covered"),
                        held,
                        row.getLong("billed"),
                        row.getLong("funds"),
                        row.getLong("patients"),
                        row.getLong("hospitals")))
                .one();
    }

    private static Map<Integer, Long> openClaimsByBucket(Handle handle, Visible visible) {
        Map<Integer, Long> claims = new HashMap<>();
        handle.createQuery(
                        "SELECT bucket, count(*) AS claims FROM claim.open_claim WHERE ended_on <= :asOf GROUP BY bucket")
                .bind("asOf", visible.asOf())
                .map((row, context) -> Map.entry(row.getInt("bucket"), row.getLong("claims")))
                .forEach(bucket -> claims.put(bucket.getKey(), bucket.getValue()));
        return claims;
    }
}
