package org.minsheng.load;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.db.Locks;
import org.minsheng.run.Audit;
import org.minsheng.run.Progress;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;

/**
 * Loads files: stages them, checks them, plans, and writes only what differs, all or nothing. What happens before the
 * one transaction touches temporary tables only, so an interrupted load has done nothing and is simply begun again.
 */
public final class BulkLoader {
    private final Handle handle;
    private final Progress progress;
    private final RejectWording wording;
    private final BooleanSupplier stopRequested;

    /**
     * @param handle a connection that is in no transaction
     * @param wording the reasons in the files of rejects
     */
    public BulkLoader(Handle handle, Progress progress, RejectWording wording) {
        this(handle, progress, wording, () -> false);
    }

    private BulkLoader(Handle handle, Progress progress, RejectWording wording, BooleanSupplier stopRequested) {
        this.handle = handle;
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
        return new BulkLoader(handle, progress, wording, stop);
    }

    /**
     * Loads.
     *
     * @throws org.minsheng.base.ProblemException when a file cannot be read as its kind ({@link LoadProblem#HEADER} and
     *     the like), too many rows are rejected, or another load of the kind runs ({@code db.job-running})
     */
    public LoadReport load(LoadRequest request) {
        String job = job(request.files().get(0).kind());
        try (Locks.Held door = Locks.door(handle, job)) {
            long same = request.dryRun() ? 0 : alreadyLoaded(request);
            if (same > 0) {
                return nothingToDo(request, same);
            }
            return loadStoppable(request, job);
        } finally {
            dropStaging(request);
        }
    }

    private LoadReport loadStoppable(LoadRequest request, String job) {
        List<Staged> staged = new ArrayList<>();
        StopWatcher watcher = StopWatcher.start(handle, stopRequested);
        try {
            stage(request, staged);
            return inTransaction(request, job, staged, watcher);
        } catch (RuntimeException failure) {
            watcher.close();
            staged.forEach(file -> file.rejects().forEach(RejectFile::withdraw));
            if (stopRequested.getAsBoolean()) {
                throw Problem.of(LoadProblem.INTERRUPTED).asException(failure);
            }
            throw failure;
        } finally {
            watcher.close();
            staged.forEach(file -> file.rejects().forEach(RejectFile::close));
            progress.finish();
        }
    }

    /** The job under which the loads of a kind stand in the run ledger: {@code person import}. */
    public static String job(FileKind kind) {
        return kind.name() + " import";
    }

    /**
     * A file that is staged.
     *
     * @param suspects how many of its rows may have the key of an earlier one
     * @param rejects the file of its rejects, once it is written
     */
    private record Staged(
            LoadFile file,
            StagingTable table,
            HeaderMapping mapping,
            long read,
            long suspects,
            int number,
            List<RejectFile> rejects) {}

    private void stage(LoadRequest request, List<Staged> staged) {
        // Staged rows are joined as wholes: a small sample says enough about them.
        KindScripts.execute(handle, "SET client_min_messages = warning; SET default_statistics_target = 10");
        StagingTable.createRejects(handle);
        for (LoadFile file : request.files()) {
            staged.add(stage(file, staged.size() + 1));
        }
        KindScripts.execute(handle, "ANALYZE stage_reject");
    }

    private Staged stage(LoadFile file, int number) {
        FileKind kind = file.kind();
        StagingTable table = new StagingTable(kind, number);
        progress.stage("load.stage", 0);
        try (RecordReader reader = RecordReaders.open(file.source(), kind, file.nestedIn());
                Spool rejects = new Spool();
                DoubleKeys doubles =
                        new DoubleKeys(kind.keyColumns(), number, file.source().bytes())) {
            HeaderMapping mapping = HeaderMapping.of(file.source().name(), kind, reader.header());
            RowEncoder encoder = new RowEncoder(kind, number, mapping, doubles);
            StagingFeed feed = new StagingFeed(reader, encoder, rejects, progress);
            handle.useTransaction(transaction -> {
                table.create(transaction);
                feed.copyInto(transaction, table.copyTarget(RowEncoder.mends(mapping)));
            });
            rejects.copyInto(handle, "stage_reject (file_no, row_no, file_line, column_name, rule, value, facts, key)");
            doubles.copyInto(handle);
            table.startFromHere(handle);
            table.analyze(handle);
            return new Staged(file, table, mapping, encoder.read(), doubles.found(), number, new ArrayList<>());
        }
    }

    /** A dry run is a transaction that is rolled back. */
    private LoadReport inTransaction(LoadRequest request, String job, List<Staged> staged, StopWatcher watcher) {
        boolean committed = false;
        handle.begin();
        try {
            LoadReport report = apply(request, job, staged);
            watcher.close();
            if (!request.dryRun()) {
                refuseToCommitWhenStopped();
                handle.commit();
                committed = true;
            }
            return report;
        } finally {
            if (!committed && isAlive()) {
                watcher.close();
                handle.rollback();
            }
        }
    }

    private void refuseToCommitWhenStopped() {
        if (stopRequested.getAsBoolean()) {
            throw Problem.of(LoadProblem.INTERRUPTED).asException();
        }
    }

    /** Everything from the checks to the last row. */
    private LoadReport apply(LoadRequest request, String job, List<Staged> staged) {
        progress.stage("load.check", 0);
        // Sorting and hashing the staged rows is what these statements do.
        handle.execute("SET LOCAL work_mem = '256MB'");
        long runId = request.dryRun() ? 0 : beginRun(request, job);
        staged.stream().filter(file -> file.suspects() > 0).forEach(file -> file.table()
                .rejectDoubleKeys(handle));
        staged.forEach(file -> file.table().collectBad(handle));
        for (Staged file : staged) {
            if (KindScripts.has(file.file().kind(), "check")) {
                script(file, "check", runId, request);
                staged.forEach(each -> each.table().removeRejected(handle));
            }
        }
        progress.stage("load.plan", 0);
        staged.forEach(file -> script(file, "plan", runId, request));
        List<LoadReport.OfFile> figures =
                staged.stream().map(file -> figures(file, runId, request)).toList();
        if (figures.stream().anyMatch(file -> file.rejected() > 0)) {
            StagingTable.indexRejects(handle);
        }
        List<LoadReport.Sample> samples = new ArrayList<>();
        List<Spool> stores = new ArrayList<>();
        try {
            for (int index = 0; index < staged.size(); index++) {
                if (figures.get(index).rejected() > 0) {
                    stores.add(writeRejects(staged.get(index), figures.get(index), runId, samples));
                }
            }
            LoadReport report = new LoadReport(runId, request.dryRun(), 0, figures, List.copyOf(samples));
            refuseTooManyRejects(request, report, staged);
            if (request.dryRun()) {
                staged.forEach(BulkLoader::publish);
                return report;
            }
            write(request, job, staged, report, stores);
            // Before the commit: an unwritable folder must fail the load, not follow it.
            staged.forEach(BulkLoader::publish);
            return report;
        } finally {
            stores.forEach(Spool::close);
        }
    }

    private long beginRun(LoadRequest request, String job) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (LoadFile file : request.files()) {
            inputs.put(
                    file.kind().name(),
                    Map.of("file", file.source().name(), "sha256", file.source().sha256()));
        }
        return new RunLedger(handle).begin(job, request.businessDate(), inputs);
    }

    private void script(Staged file, String name, long runId, LoadRequest request) {
        KindScripts.run(handle, file.file().kind(), name, runId, request.businessDate());
    }

    private LoadReport.OfFile figures(Staged staged, long runId, LoadRequest request) {
        LoadFile file = staged.file();
        StagingTable table = staged.table();
        long rejected = table.countRejected(handle);
        Map<String, Long> counts = table.counts(handle);
        Path target = rejected == 0 ? null : request.rejectsFile(file, runId);
        return new LoadReport.OfFile(
                file.kind().name(),
                file.source().name(),
                file.source().sha256(),
                staged.read(),
                counts.getOrDefault("insert", 0L),
                counts.getOrDefault("change", 0L),
                counts.getOrDefault("unchanged", 0L),
                counts.getOrDefault("remove", 0L),
                rejected,
                renamed(file.kind(), staged.mapping()),
                target);
    }

    private static Map<String, String> renamed(FileKind kind, HeaderMapping mapping) {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (Column column : kind.columns()) {
            if (mapping.fieldOf(column) >= 0 && !mapping.nameOf(column).equals(column.name())) {
                renamed.put(mapping.nameOf(column), column.name());
            }
        }
        return renamed;
    }

    /** Reads the file a second time for the raw fields of its rejects; returns the rows of {@code load.reject}. */
    private Spool writeRejects(Staged staged, LoadReport.OfFile figures, long runId, List<LoadReport.Sample> samples) {
        progress.stage("load.rejects", figures.rejected());
        Spool store = new Spool();
        boolean whole = false;
        try {
            RejectPass pass = new RejectPass(handle, staged.file(), staged.number(), staged.mapping(), wording);
            pass.write(runId, figures.rejects(), runId == 0 ? null : store).ifPresent(staged.rejects()::add);
            pass.samples().stream()
                    .limit(LoadReport.SAMPLES_MAX - samples.size())
                    .forEach(samples::add);
            whole = true;
            return store;
        } finally {
            if (!whole) {
                store.close();
            }
        }
    }

    private static void refuseTooManyRejects(LoadRequest request, LoadReport report, List<Staged> staged) {
        if (request.maxRejects().exceededBy(report.rejected(), report.read()) && !request.dryRun()) {
            // Nothing is loaded, but whoever has to mend the file needs to see what is wrong with it.
            staged.forEach(BulkLoader::publish);
            staged.forEach(file -> file.rejects().clear());
            throw Problem.of(LoadProblem.TOO_MANY_REJECTS)
                    .with("rejected", report.rejected())
                    .with("read", report.read())
                    .with("allowed", request.maxRejects())
                    .asException();
        }
    }

    private static void publish(Staged staged) {
        staged.rejects().forEach(RejectFile::publish);
    }

    private void write(LoadRequest request, String job, List<Staged> staged, LoadReport report, List<Spool> stores) {
        progress.stage("load.merge", 0);
        long runId = report.runId();
        for (Staged file : staged) {
            script(file, "merge", runId, request);
        }
        for (int index = 0; index < staged.size(); index++) {
            record(runId, staged.get(index), report.files().get(index));
        }
        for (Spool store : stores) {
            store.copyInto(handle, "load.reject (run_id, file_no, line_no, column_name, rule, value, facts, raw)");
        }
        staged.stream().filter(file -> RowEncoder.mends(file.mapping())).forEach(file -> file.table()
                .closeMended(handle, runId));
        Map<String, Object> result = new LinkedHashMap<>();
        for (LoadReport.OfFile file : report.files()) {
            result.put(file.kind(), figuresOf(file));
        }
        new RunLedger(handle).end(runId, 1, Run.State.DONE, result);
        new Audit(handle).record(job, runId, null, result);
    }

    private static Map<String, Object> figuresOf(LoadReport.OfFile file) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("read", file.read());
        figures.put("inserted", file.inserted());
        figures.put("changed", file.changed());
        figures.put("unchanged", file.unchanged());
        figures.put("removed", file.removed());
        figures.put("rejected", file.rejected());
        return figures;
    }

    private void record(long runId, Staged staged, LoadReport.OfFile file) {
        handle.createUpdate("""
                        INSERT INTO load.load (run_id, file_no, kind, file_name, file_sha256, rows_read, inserted,
                            changed, unchanged, removed, rejected)
                        VALUES (:run, :number, :kind, :name, :sha256, :read, :inserted, :changed, :unchanged, :removed,
                            :rejected)""")
                .bind("run", runId)
                .bind("number", staged.number())
                .bind("kind", file.kind())
                .bind("name", file.name())
                .bind("sha256", file.sha256())
                .bind("read", file.read())
                .bind("inserted", file.inserted())
                .bind("changed", file.changed())
                .bind("unchanged", file.unchanged())
                .bind("removed", file.removed())
                .bind("rejected", file.rejected())
                .execute();
        if (file.rejected() > 0) {
            handle.createUpdate("INSERT INTO load.header (run_id, file_no, names) VALUES (:run, :number, :names)")
                    .bind("run", runId)
                    .bind("number", staged.number())
                    .bindArray("names", String.class, staged.mapping().ownNames())
                    .execute();
        }
    }

    /** The run that applied the very same files last, when nothing of the kind was loaded since; else 0. */
    private long alreadyLoaded(LoadRequest request) {
        long found = 0;
        for (int number = 1; number <= request.files().size(); number++) {
            LoadFile file = request.files().get(number - 1);
            long last = handle.createQuery("""
                            SELECT load.run_id FROM load.load JOIN run.run USING (run_id)
                            WHERE load.kind = :kind AND run.state = 'done'
                                AND load.run_id = (SELECT max(latest.run_id)
                                    FROM load.load latest JOIN run.run applied USING (run_id)
                                    WHERE latest.kind = :kind AND applied.state = 'done')
                                AND load.file_sha256 = :sha256""")
                    .bind("kind", file.kind().name())
                    .bind("sha256", file.source().sha256())
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(0L);
            if (last == 0) {
                return 0;
            }
            found = last;
        }
        return found;
    }

    private static LoadReport nothingToDo(LoadRequest request, long same) {
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
        return new LoadReport(0, false, same, files, List.of());
    }

    private void dropStaging(LoadRequest request) {
        // After a lost connection there is nothing to drop, and the failure that is on its way must not be replaced.
        if (!handle.isClosed() && isAlive()) {
            request.files().forEach(file -> new StagingTable(file.kind(), 0).drop(handle));
        }
    }

    private boolean isAlive() {
        try {
            return handle.getConnection().isValid(1);
        } catch (SQLException lost) {
            return false;
        }
    }
}
