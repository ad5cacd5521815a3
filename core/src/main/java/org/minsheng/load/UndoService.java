package org.minsheng.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;
import org.minsheng.db.Locks;
import org.minsheng.run.Audit;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;
import org.postgresql.util.PSQLException;

/** Takes a load back ({@code run undo}): what it inserted goes, what it changed returns, or nothing happens at all. */
public final class UndoService {
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String RESTRICT_VIOLATION = "23001";

    private final Handle handle;
    private final Collection<FileKind> kinds;

    /** @param kinds all kinds whose loads may be taken back */
    public UndoService(Handle handle, Collection<FileKind> kinds) {
        this.handle = handle;
        this.kinds = List.copyOf(kinds);
    }

    /**
     * Takes a load back and reopens the rejects that it mended; its own rejects are closed. Meanwhile nothing else of
     * the kind is loaded.
     *
     * @param reason why, for the audit
     * @throws ProblemException {@code undo.*} when it is no load, is not applied, or something depends on it;
     *     {@code db.job-running} while a load of the kind runs
     */
    public void undo(long runId, String reason) {
        String job = new RunLedger(handle).show(runId).job();
        try (Locks.Held door = Locks.door(handle, job)) {
            undoAlone(runId, reason);
        }
    }

    private void undoAlone(long runId, String reason) {
        handle.useTransaction(transaction -> {
            Run run = new RunLedger(handle).show(runId);
            List<FileKind> loaded = kindsOf(runId);
            refuse(run, loaded);
            KindScripts.execute(handle, "CREATE TEMPORARY TABLE undo_conflict (key text, rule text) ON COMMIT DROP");
            if (wroteAnything(runId)) {
                Collections.reverse(loaded);
                loaded.forEach(kind -> undo(kind, run));
                refuseConflicts(runId);
            }
            closeRejects(runId);
            new RunLedger(handle).undone(runId);
            new Audit(handle).record("run undo", runId, reason, Map.of("job", run.job()));
        });
    }

    /**
     * Refuses what can be refused without trying, so that nobody is asked to confirm it.
     *
     * @throws ProblemException as {@link #undo} does
     */
    public void check(long runId) {
        refuse(new RunLedger(handle).show(runId), kindsOf(runId));
    }

    private void refuse(Run run, List<FileKind> loaded) {
        refuseUnlessApplied(run, loaded);
        refuseWhatChangedSince(run.id());
        if (!KindScripts.has(loaded.get(0), "undo")) {
            throw Problem.of(LoadProblem.UNDO_MONEY)
                    .with("run", run.id())
                    .with("kind", loaded.get(0).name())
                    .asException();
        }
    }

    private List<FileKind> kindsOf(long runId) {
        List<String> names = handle.createQuery("SELECT kind FROM load.load WHERE run_id = :run ORDER BY file_no")
                .bind("run", runId)
                .mapTo(String.class)
                .list();
        List<FileKind> found = new ArrayList<>();
        for (String name : names) {
            kinds.stream().filter(kind -> kind.name().equals(name)).forEach(found::add);
        }
        return found;
    }

    /** A load that found everything as it is, or rejected it, left nothing that could be taken back. */
    private boolean wroteAnything(long runId) {
        return handle.createQuery("SELECT sum(inserted + changed + removed) > 0 FROM load.load WHERE run_id = :run")
                .bind("run", runId)
                .mapTo(Boolean.class)
                .one();
    }

    private static void refuseUnlessApplied(Run run, List<FileKind> loaded) {
        if (loaded.isEmpty()) {
            throw Problem.of(LoadProblem.UNDO_NOT_A_LOAD).with("run", run.id()).asException();
        }
        if (run.state() != Run.State.DONE) {
            throw Problem.of(LoadProblem.UNDO_WRONG_STATE)
                    .with("run", run.id())
                    .with("state", run.state().label())
                    .asException();
        }
    }

    /** A later load that changed a row of this one keeps this run's number in its before-image. */
    private void refuseWhatChangedSince(long runId) {
        handle.createQuery("""
                        SELECT min(image.run_id) FROM load.before_image image JOIN run.run USING (run_id)
                        WHERE image.run_id > :run AND run.state <> 'undone'
                            AND (image.image ->> 'run_id')::bigint = :run
                        HAVING count(*) > 0""").bind("run", runId).mapTo(Long.class).findOne().ifPresent(later -> {
            throw Problem.of(LoadProblem.UNDO_CHANGED_SINCE)
                    .with("run", runId)
                    .with("later", later)
                    .asException();
        });
    }

    private void refuseConflicts(long runId) {
        handle.createQuery("SELECT min(key) AS key, min(rule) AS rule, count(*) AS conflicts FROM undo_conflict"
                        + " HAVING count(*) > 0")
                .mapToMap()
                .findOne()
                .ifPresent(found -> {
                    throw Problem.of(LoadProblem.UNDO_REFUSED)
                            .with("run", runId)
                            .with("key", found.get("key"))
                            .with("rule", Problem.of(new FoundRule((String) found.get("rule"))))
                            .with("conflicts", found.get("conflicts"))
                            .asException();
                });
    }

    private void undo(FileKind kind, Run run) {
        try {
            new KindScripts(handle, run.id(), run.businessDate()).run(kind, "undo");
            KindScripts.execute(handle, "SET CONSTRAINTS ALL IMMEDIATE");
        } catch (ProblemException failure) {
            if (failure.getCause() instanceof SQLException sql && isDependence(sql)) {
                throw Problem.of(LoadProblem.UNDO_DEPENDED_ON)
                        .with("run", run.id())
                        .with("table", tableOf(sql))
                        .asException(failure);
            }
            throw failure;
        }
    }

    private static boolean isDependence(SQLException failure) {
        return FOREIGN_KEY_VIOLATION.equals(failure.getSQLState()) || RESTRICT_VIOLATION.equals(failure.getSQLState());
    }

    private static String tableOf(SQLException failure) {
        boolean named = failure instanceof PSQLException known && known.getServerErrorMessage() != null;
        String table = named ? ((PSQLException) failure).getServerErrorMessage().getTable() : null;
        return table == null ? "-" : table;
    }

    private void closeRejects(long runId) {
        handle.createUpdate("""
                        UPDATE load.reject SET state = 'closed', ended_reason = 'undone'
                        WHERE run_id = :run AND state = 'open'""").bind("run", runId).execute();
        handle.createUpdate("""
                        UPDATE load.reject SET state = 'open'
                        WHERE state = 'mended' AND ended_reason = 'run ' || :run""").bind("run", runId).execute();
    }
}
