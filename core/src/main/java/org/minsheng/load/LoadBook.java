package org.minsheng.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.minsheng.run.Audit;
import org.minsheng.run.Json;
import org.minsheng.run.RunLedger;

/** What the database keeps of loads themselves: the run, its files with their figures, their rejects, the audit. */
final class LoadBook {
    private final Handle handle;
    private final String job;

    LoadBook(Handle handle, String job) {
        this.handle = handle;
        this.job = job;
    }

    /** Begins the run; returns its number. */
    long begin(LoadRequest request) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (LoadFile file : request.files()) {
            inputs.put(
                    file.kind().name(),
                    Map.of(
                            "file",
                            file.source().name(),
                            "sha256",
                            file.source().sha256(),
                            "scope",
                            file.kind().keyScope()));
        }
        return new RunLedger(handle).begin(job, request.businessDate(), inputs);
    }

    /** Ends the run of these files. */
    void end(LoadReport report, List<StagedFile> files) {
        long runId = report.runId();
        Map<String, Object> result = new LinkedHashMap<>();
        for (int index = 0; index < files.size(); index++) {
            LoadReport.OfFile figures = report.files().get(index);
            record(runId, files.get(index), figures);
            result.put(figures.kind(), figuresOf(figures));
        }
        files.forEach(file -> file.storeRejects(runId));
        new RunLedger(handle).end(runId, 1, result);
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

    private void record(long runId, StagedFile staged, LoadReport.OfFile file) {
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

    /** How many rejects of a run nobody has mended or given up. */
    long openRejects(long runId) {
        return handle.createQuery("SELECT count(*) FROM load.reject WHERE run_id = :run AND state = 'open'")
                .bind("run", runId)
                .mapTo(Long.class)
                .one();
    }

    /** The run that applied the very same files last, when nothing of the kind was loaded since; else 0. */
    long alreadyLoaded(LoadRequest request) {
        long found = 0;
        for (int number = 1; number <= request.files().size(); number++) {
            LoadFile file = request.files().get(number - 1);
            long last = handle.createQuery("""
                            SELECT load.run_id FROM load.load JOIN run.run USING (run_id)
                            WHERE load.kind = :kind AND run.state = 'done'
                                AND load.run_id = (SELECT max(latest.run_id)
                                    FROM load.load latest JOIN run.run applied USING (run_id)
                                    WHERE latest.kind = :kind AND applied.state = 'done')
                                AND load.file_sha256 = :sha256
                                AND run.inputs -> load.kind @> CAST(:scope AS jsonb)""")
                    .bind("scope", Json.write(Map.of("scope", file.kind().keyScope())))
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
}
