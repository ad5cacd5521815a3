package org.minsheng.load;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.Database;
import org.minsheng.db.Locks;
import org.minsheng.run.Progress;

/** A file of a load from its first row to its last reject: staged, checked, planned, written. */
final class StagedFile implements AutoCloseable {
    private final Handle handle;
    private final LoadFile file;
    private final int number;
    private final StagingTable table;
    private final BooleanSupplier stopRequested;
    private FileReading reading;
    private KeptRows kept;
    private Spool groups;
    private Spool storedRejects;
    private RejectPass rejects;
    private boolean rejectsStay;
    private RowsAhead ahead;

    /** @param stopRequested breaks readings off */
    StagedFile(Handle handle, LoadFile file, int number, BooleanSupplier stopRequested) {
        this.stopRequested = stopRequested;
        this.handle = handle;
        this.file = file;
        this.number = number;
        this.table = new StagingTable(file.kind(), number);
    }

    FileKind kind() {
        return file.kind();
    }

    int number() {
        return number;
    }

    HeaderMapping mapping() {
        return reading.mapping();
    }

    /** Reads the header. */
    void open(LoadRequest request) {
        List<FileKind> kinds = request.files().stream().map(LoadFile::kind).toList();
        reading = new FileReading(file, number, kinds, this::goodRows, stopRequested);
    }

    private GoodRows goodRows(MendedReject mended, DoubleKeys doubles) {
        long bytes = file.source().bytes();
        if (file.kind().keeping() == null) {
            return new StagedRows(file.kind(), mended, doubles, bytes);
        }
        kept = new KeptRows(file.kind(), mended, doubles, bytes);
        return kept;
    }

    /** Rows that are kept aside need no connection while they are read: that begins now, beside whatever else is done. */
    void startReading(Progress progress) {
        if (kept != null) {
            groups = new Spool();
            reading.start(groups::add, progress);
        }
    }

    /** Brings the file into its staging table. */
    void stage(Progress progress) {
        handle.useTransaction(transaction -> {
            String target = table.copyTarget(new MendedReject(mapping()).isNamed());
            if (kept == null) {
                table.create(transaction);
                new StagingFeed(reading, progress).copyInto(transaction, target);
            } else {
                table.create(transaction);
                groups.copyIntoNew(transaction, target, reading);
            }
        });
        reading.rejects()
                .copyInto(handle, "stage_reject (file_no, row_no, file_line, column_name, rule, value, facts, key)");
        reading.doubles().copyInto(handle);
        table.startFromHere(handle);
        table.analyze(handle);
    }

    /** Rejects what has the key of an earlier row, and tells the kind's checks which rows are bad by themselves. */
    void rejectBad() {
        if (reading.doubles().found() > 0) {
            table.rejectDoubleKeys(handle, kept);
        }
        table.collectBad(handle);
    }

    /** Runs the checks of the kind, which may reject rows of any file of the load; false when it has none. */
    boolean check(KindScripts scripts) {
        if (!KindScripts.has(file.kind(), "check")) {
            return false;
        }
        if (kept != null) {
            table.stageRows(handle, kept, scripts.text(file.kind(), "judged"));
        }
        scripts.run(file.kind(), "check");
        return true;
    }

    void removeRejected() {
        table.removeRejected(handle);
    }

    /** Decides what each row is to become. */
    void plan(KindScripts scripts) {
        scripts.run(file.kind(), "plan");
        table.analyzeActions(handle);
    }

    /** What is to become of the file. */
    LoadReport.OfFile figures(LoadRequest request, long runId) {
        long rejected = table.countRejected(handle);
        Map<String, Long> counts = table.counts(handle);
        Path target = rejected == 0 ? null : request.rejectsFile(file, runId);
        return new LoadReport.OfFile(
                file.kind().name(),
                file.source().name(),
                file.source().sha256(),
                reading.rows(),
                counts.getOrDefault("insert", 0L),
                counts.getOrDefault("change", 0L),
                counts.getOrDefault("unchanged", 0L),
                counts.getOrDefault("remove", 0L),
                rejected,
                renamed(),
                target);
    }

    private Map<String, String> renamed() {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (Column column : file.kind().columns()) {
            if (mapping().fieldOf(column) >= 0 && !mapping().nameOf(column).equals(column.name())) {
                renamed.put(mapping().nameOf(column), column.name());
            }
        }
        return renamed;
    }

    /**
     * Begins to read the file a second time for the raw fields of its rejects.
     *
     * @param target the file of rejects, or null when none is wanted
     * @param runId the run in whose name they will be stored; 0 when nothing is
     */
    void startRejects(Path target, long runId, RejectWording wording) {
        storedRejects = runId == 0 ? null : new Spool();
        rejects = new RejectPass(file, number, mapping(), wording, stopRequested);
        rejects.start(handle, runId, target, storedRejects);
    }

    /** Waits for that reading; returns the first rejects. */
    List<LoadReport.Sample> awaitRejects() {
        if (rejects == null) {
            return List.of();
        }
        rejects.await();
        return rejects.samples();
    }

    /** Prepares, before its transaction, what a load that writes needs. */
    void ready(KindScripts scripts, String job) {
        if (KindScripts.has(file.kind(), "ready")) {
            handle.useTransaction(transaction -> {
                // A connection that an ended load has left may be about to commit yet.
                Locks.writingAhead(transaction, job);
                scripts.run(file.kind(), "ready");
            });
        }
    }

    /** Begins to write, on a connection of its own, what may be committed ahead of the load. */
    void startAhead(Database database, KindScripts scripts, String job) {
        if (kept != null && KindScripts.has(file.kind(), "ahead")) {
            ahead = RowsAhead.start(
                    database,
                    job,
                    scripts.text(file.kind(), "ahead"),
                    kept,
                    file.kind().keeping().target(),
                    stopRequested);
        }
    }

    /** Waits until that is written. */
    void awaitAhead() {
        if (ahead != null) {
            ahead.await();
        }
    }

    /** Commits it: the load's own commit follows. */
    void commitAhead() {
        if (ahead != null) {
            ahead.commit();
        }
    }

    /** Writes what differs. */
    void merge(KindScripts scripts) {
        if (kept == null) {
            scripts.run(file.kind(), "merge");
        } else {
            ChosenRows.of(kept)
                    .copyInto(
                            handle,
                            scripts.text(file.kind(), "accepted"),
                            file.kind().keeping().target());
        }
    }

    /** Closes the rejects of earlier files that the good rows of this one mend, and stores its own. */
    void storeRejects(long runId) {
        if (new MendedReject(mapping()).isNamed()) {
            table.closeNamed(handle, runId);
        }
        table.closeMended(handle, runId);
        if (storedRejects != null) {
            storedRejects.copyInto(
                    handle, "load.reject (run_id, file_no, line_no, column_name, rule, value, facts, raw, key)");
        }
    }

    /** Gives the file of rejects its name. */
    void publishRejects() {
        if (rejects != null && rejects.rejectFile() != null) {
            rejects.rejectFile().publish();
        }
    }

    /** The load has failed: nothing is left of it but a file of rejects that was left on purpose. */
    void withdraw() {
        if (rejects != null && rejects.rejectFile() != null && !rejectsStay) {
            rejects.rejectFile().withdraw();
        }
    }

    /** The file of rejects gets its name and stays, whatever becomes of the load. */
    void leaveRejects() {
        publishRejects();
        rejectsStay = true;
    }

    /** The threads that read end first: they write to the others. */
    @Override
    public void close() {
        try (Spool spoolOfGroups = groups;
                Spool spoolOfRejects = storedRejects;
                KeptRows rowsAside = kept;
                FileReading firstReading = reading;
                RowsAhead rowsAhead = ahead;
                RejectPass secondReading = rejects) {
            // Closed in the reverse order, each whatever becomes of the others.
        }
    }
}
