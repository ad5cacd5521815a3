package org.minsheng.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.db.Database;
import org.minsheng.db.Locks;
import org.minsheng.run.Progress;

/**
 * Loads files: stages them, checks them, plans, and writes only what differs, all or nothing. What anybody can see comes
 * with the commit of the one transaction, so an interrupted load has done nothing and is simply begun again. Rows that
 * nobody finds without others may be committed just before it: see {@link RowsAhead}. What it left of such rows, a note of
 * them, and partitions that it has prepared may stay behind an interrupted or refused load; the next one goes on from there.
 */
public final class BulkLoader {
    private final Database database;
    private final Handle handle;
    private final Progress progress;
    private final RejectWording wording;
    private final BooleanSupplier stopRequested;

    /**
     * @param database its connection, which is in no transaction, does the work; new bills take a second one
     * @param wording the reasons in the files of rejects
     */
    public BulkLoader(Database database, Progress progress, RejectWording wording) {
        this(database, progress, wording, () -> false);
    }

    private BulkLoader(Database database, Progress progress, RejectWording wording, BooleanSupplier stopRequested) {
        this.database = database;
        this.handle = database.handle();
        this.progress = progress;
        this.wording = wording;
        this.stopRequested = stopRequested;
    }

    /**
     * The same loader, which breaks a load off, leaving nothing, once it is asked to stop ({@link
     * LoadProblem#INTERRUPTED}). What is committing is not broken off any more.
     *
     * @param stop asked from another thread
     */
    public BulkLoader stoppedBy(BooleanSupplier stop) {
        return new BulkLoader(database, progress, wording, stop);
    }

    /**
     * Loads.
     *
     * @throws org.minsheng.base.ProblemException when a file cannot be read as its kind ({@link LoadProblem#HEADER} and
     *     the like), its rejects cannot be written where they are wanted ({@link LoadProblem#NO_FOLDER}), too many rows are rejected, or another load of the kind runs ({@code db.job-running})
     */
    public LoadReport load(LoadRequest request) {
        String job = job(request.files().get(0).kind());
        request.rejectsFiles().forEach(RejectFile::refuseUnfit);
        try (Locks.Held door = Locks.door(handle, job)) {
            LoadBook book = new LoadBook(handle, job);
            long same = request.dryRun() ? 0 : book.alreadyLoaded(request);
            if (same > 0) {
                return nothingToDo(request, same, book.openRejects(same));
            }
            return loadStoppable(request, job);
        } finally {
            dropStaging(request);
        }
    }

    private LoadReport loadStoppable(LoadRequest request, String job) {
        // Asked for the first time here, a stop is waited for from here on.
        refuseWhenStopped();
        List<StagedFile> files = new ArrayList<>();
        StopWatcher watcher = StopWatcher.start(handle, stopRequested);
        try {
            stage(request, job, files);
            return inTransaction(request, job, files, watcher);
        } catch (RuntimeException failure) {
            watcher.close();
            files.forEach(StagedFile::withdraw);
            if (stopRequested.getAsBoolean()) {
                throw Problem.of(LoadProblem.INTERRUPTED).asException(failure);
            }
            throw failure;
        } finally {
            watcher.close();
            progress.finish();
            closeAll(files);
        }
    }

    /** Closes each, whatever becomes of the others. */
    private static void closeAll(List<StagedFile> files) {
        RuntimeException first = null;
        for (StagedFile file : files) {
            try {
                file.close();
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** The job under which the loads of a kind stand in the run ledger: {@code person import}. */
    public static String job(FileKind kind) {
        return kind.name() + " import";
    }

    private void stage(LoadRequest request, String job, List<StagedFile> files) {
        // Staged rows are sorted, hashed and joined as wholes: a small sample says enough about them.
        KindScripts.execute(handle, """
                SET client_min_messages = warning; SET default_statistics_target = 10; SET work_mem = '256MB'""");
        StagingTable.createRejects(handle);
        progress.stage("load.stage", 0);
        for (LoadFile file : request.files()) {
            StagedFile staged = new StagedFile(handle, file, files.size() + 1, stopRequested);
            files.add(staged);
            staged.open(request);
        }
        files.forEach(file -> file.startReading(progress));
        KindScripts scripts = new KindScripts(handle, 0, request.businessDate());
        for (StagedFile file : files) {
            file.stage(progress);
            scripts.run(file.kind(), "resolve");
        }
        KindScripts.execute(handle, "ANALYZE stage_reject");
        if (!request.dryRun()) {
            files.forEach(file -> file.ready(scripts, job));
        }
    }

    /** A dry run is a transaction that is rolled back. */
    private LoadReport inTransaction(LoadRequest request, String job, List<StagedFile> files, StopWatcher watcher) {
        boolean committed = false;
        handle.begin();
        try {
            LoadReport report = apply(request, job, files);
            watcher.close();
            if (!request.dryRun()) {
                refuseWhenStopped();
                files.forEach(StagedFile::commitAhead);
                handle.commit();
                committed = true;
            }
            return report;
        } finally {
            watcher.close();
            if (!committed && database.isAlive()) {
                handle.rollback();
            }
        }
    }

    private void refuseWhenStopped() {
        if (stopRequested.getAsBoolean()) {
            throw Problem.of(LoadProblem.INTERRUPTED).asException();
        }
    }

    /** Everything from the checks to the last row. */
    private LoadReport apply(LoadRequest request, String job, List<StagedFile> files) {
        LoadBook book = new LoadBook(handle, job);
        long runId = request.dryRun() ? 0 : book.begin(request);
        KindScripts scripts = new KindScripts(handle, runId, request.businessDate());
        check(files, scripts);
        LoadReport planned = plan(request, files, scripts, runId);
        refuseTooManyRejects(request, planned, files);
        if (!request.dryRun()) {
            progress.stage("load.merge", 0);
            files.forEach(file -> file.startAhead(database, scripts, job));
            files.forEach(file -> file.merge(scripts));
            files.forEach(StagedFile::awaitAhead);
        }
        LoadReport report = planned.withSamples(awaitRejects(files));
        if (!request.dryRun()) {
            book.end(report, files);
        }
        // Before the commit: an unwritable folder must fail the load, not follow it.
        files.forEach(StagedFile::publishRejects);
        return report;
    }

    private void check(List<StagedFile> files, KindScripts scripts) {
        progress.stage("load.check", 0);
        files.forEach(StagedFile::rejectBad);
        for (StagedFile file : files) {
            if (file.check(scripts)) {
                files.forEach(StagedFile::removeRejected);
            }
        }
    }

    /** Plans, and begins to write the files of rejects. */
    private LoadReport plan(LoadRequest request, List<StagedFile> files, KindScripts scripts, long runId) {
        progress.stage("load.plan", 0);
        files.forEach(file -> file.plan(scripts));
        List<LoadReport.OfFile> figures =
                files.stream().map(file -> file.figures(request, runId)).toList();
        for (int index = 0; index < files.size(); index++) {
            LoadReport.OfFile ofFile = figures.get(index);
            if (ofFile.rejected() > 0) {
                files.get(index).startRejects(ofFile.rejects(), runId, wording);
            }
        }
        return new LoadReport(runId, request.dryRun(), 0, 0, figures, List.of());
    }

    /** Waits for the files of rejects; returns the first rejects. */
    private List<LoadReport.Sample> awaitRejects(List<StagedFile> files) {
        progress.stage("load.rejects", 0);
        List<LoadReport.Sample> samples = new ArrayList<>();
        // Each of them, however many the first has shown already.
        files.forEach(file -> samples.addAll(file.awaitRejects()));
        return samples.stream().limit(LoadReport.SAMPLES_MAX).toList();
    }

    private void refuseTooManyRejects(LoadRequest request, LoadReport report, List<StagedFile> files) {
        if (request.maxRejects().exceededBy(report.rejected(), report.read()) && !request.dryRun()) {
            // Nothing is loaded, but whoever has to mend the file needs to see what is wrong with it.
            awaitRejects(files);
            files.forEach(StagedFile::leaveRejects);
            throw Problem.of(LoadProblem.TOO_MANY_REJECTS)
                    .with("rejected", report.rejected())
                    .with("read", report.read())
                    .with("allowed", request.maxRejects())
                    .with("files", report.rejectsFiles())
                    .asException();
        }
    }

    private static LoadReport nothingToDo(LoadRequest request, long same, long openRejects) {
        List<LoadReport.OfFile> files = request.files().stream()
                .map(file -> new LoadReport.OfFile(
                        file.kind().name(),
                        file.source().name(),
                        file.source().sha256(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        Map.of(),
                        null))
                .toList();
        return new LoadReport(0, false, same, openRejects, files, List.of());
    }

    private void dropStaging(LoadRequest request) {
        // After a lost connection there is nothing to drop, and the failure that is on its way must not be replaced.
        if (database.isAlive()) {
            request.files().forEach(file -> new StagingTable(file.kind(), 0).drop(handle));
        }
    }
}
