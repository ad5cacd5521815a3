package org.minsheng.load;

import java.nio.file.Path;
import java.util.List;
import org.minsheng.db.Database;
import org.minsheng.run.Progress;

/** Loads texts as files, for the tests of file kinds. */
public final class TestLoads {
    private final Database database;
    private final Path folder;

    public TestLoads(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Loads a text as a file of a kind. */
    public LoadReport load(FileKind kind, String content) {
        try (Source source = SampleFiles.open(SampleFiles.write(folder, kind.name() + ".csv", content))) {
            return new BulkLoader(
                            database, Progress.SILENT, problem -> problem.code().code())
                    .load(LoadRequest.of(LoadFile.of(kind, source)).rejectsIn(folder));
        }
    }

    /** What a load did: {@code 5 = 3 new + 1 changed + 0 unchanged, 1 rejected}. */
    public static String figures(LoadReport report) {
        LoadReport.OfFile file = report.files().get(0);
        return file.read() + " = " + file.inserted() + " new + " + file.changed() + " changed + " + file.unchanged()
                + " unchanged, " + file.rejected() + " rejected";
    }

    /** The rejects as {@code line column rule}. */
    public List<String> rejects(LoadReport report) {
        return database.handle()
                .createQuery("SELECT concat_ws(' ', line_no, column_name, rule) FROM load.reject"
                        + " WHERE run_id = :run ORDER BY file_no, line_no")
                .bind("run", report.runId())
                .mapTo(String.class)
                .list();
    }
}
