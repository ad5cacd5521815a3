package org.minsheng.bureau.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.db.TestDatabase;
import org.minsheng.ledger.AccountFile;
import org.minsheng.load.BulkLoader;
import org.minsheng.load.FileKind;
import org.minsheng.load.LoadFile;
import org.minsheng.load.LoadReport;
import org.minsheng.load.LoadRequest;
import org.minsheng.load.Source;
import org.minsheng.registry.CompanyFile;
import org.minsheng.registry.EmploymentFile;
import org.minsheng.registry.EnrolmentFile;
import org.minsheng.registry.InstitutionFile;
import org.minsheng.registry.PersonFile;
import org.minsheng.run.Progress;

/** Every bad row of a generated city is rejected for its reason, and no good one is. */
@Tag("database")
class CityLoadTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private final Handle handle = database.handle();

    @Test
    void rejectsTheBadRowsOfTheManifestAndNoOthers() {
        new CityGenerator(new CityPlan(2_000, 7, 2025)).writeTo(folder, Progress.SILENT);
        CityManifest manifest = CityManifest.read(folder);
        Map<String, FileKind> kinds = new LinkedHashMap<>();
        kinds.put("institutions.csv", InstitutionFile.KIND);
        kinds.put("persons.csv", PersonFile.KIND);
        kinds.put("companies.csv", CompanyFile.KIND);
        kinds.put("employments.csv", EmploymentFile.KIND);
        kinds.put("enrolments.csv", EnrolmentFile.KIND);
        kinds.put("accounts.csv", AccountFile.KIND);
        kinds.forEach((file, kind) -> {
            LoadReport report = load(file, kind);
            List<String> expected = manifest.badRows().stream()
                    .filter(bad -> bad.file().equals(file))
                    .map(bad -> bad.line() + " " + bad.rule())
                    .toList();
            assertThat(rejects(report.runId())).as(file).isEqualTo(expected);
            assertThat(report.files().get(0).inserted())
                    .as(file)
                    .isEqualTo(manifest.file(file).good());
        });
    }

    private LoadReport load(String file, FileKind kind) {
        try (Source source =
                Source.open(folder.resolve(file).toString(), InputStream.nullInputStream(), Source.Wishes.NONE)) {
            return new BulkLoader(
                            handle, Progress.SILENT, problem -> problem.code().code())
                    .load(LoadRequest.of(LoadFile.of(kind, source)).rejectsIn(folder.resolve("rejects")));
        }
    }

    private List<String> rejects(long run) {
        return handle.createQuery("SELECT line_no || ' ' || rule FROM load.reject WHERE run_id = :run ORDER BY line_no")
                .bind("run", run)
                .mapTo(String.class)
                .list();
    }
}
