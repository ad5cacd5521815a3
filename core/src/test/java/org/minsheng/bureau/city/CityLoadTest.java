package org.minsheng.bureau.city;

import static java.util.stream.Collectors.toCollection;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.claim.CatalogueFile;
import org.minsheng.claim.ClaimFiles;
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

/** Every bad row of a generated city is rejected for its reason, and no good one is, in all nine files. */
@Tag("database")
@ExtendWith(SoftAssertionsExtension.class)
class CityLoadTest {
    private static final int PEOPLE = 6_000;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @InjectSoftAssertions
    private SoftAssertions softly;

    @TempDir
    private Path folder;

    @Test
    void isRejectedWhereItIsBadForThatReasonAndNowhereElse() {
        CityManifest manifest = CityFolder.generate(folder, PEOPLE, 11).manifest();
        Handle handle = database.handle();

        load(manifest, handle, "institutions.csv", InstitutionFile.KIND);
        load(manifest, handle, "companies.csv", CompanyFile.KIND);
        load(manifest, handle, "catalogue.csv", CatalogueFile.KIND);
        load(manifest, handle, "persons.csv", PersonFile.KIND);
        load(manifest, handle, "employments.csv", EmploymentFile.KIND);
        load(manifest, handle, "enrolments.csv", EnrolmentFile.KIND);
        load(manifest, handle, "accounts.csv", AccountFile.KIND);
        ClaimFiles claims = ClaimFiles.read(handle);
        try (Source claimSource = open("claims.csv");
                Source lineSource = open("claim-lines.csv")) {
            LoadReport report = new BulkLoader(database.database(), Progress.SILENT, problem -> problem.code()
                            .code())
                    .load(LoadRequest.of(
                                    LoadFile.of(claims.claims(), claimSource), LoadFile.of(claims.lines(), lineSource))
                            .rejectsIn(folder));
            softly.assertThat(report.files().get(0).inserted())
                    .isEqualTo(manifest.file("claims.csv").good());
            softly.assertThat(report.files().get(1).inserted())
                    .isEqualTo(manifest.file("claim-lines.csv").good());
            softly.assertThat(rejects(handle, report, 1))
                    .containsExactlyInAnyOrderElementsOf(planted(manifest, "claims.csv"));
            softly.assertThat(rejects(handle, report, 2))
                    .containsExactlyInAnyOrderElementsOf(planted(manifest, "claim-lines.csv"));
        }
    }

    private void load(CityManifest manifest, Handle handle, String file, FileKind kind) {
        try (Source source = open(file)) {
            LoadReport report = new BulkLoader(database.database(), Progress.SILENT, problem -> problem.code()
                            .code())
                    .load(LoadRequest.of(LoadFile.of(kind, source)).rejectsIn(folder));
            softly.assertThat(rejects(handle, report, 1))
                    .as(file)
                    .containsExactlyInAnyOrderElementsOf(planted(manifest, file));
            softly.assertThat(report.files().get(0).inserted())
                    .as(file)
                    .isEqualTo(manifest.file(file).good());
        }
    }

    private Source open(String file) {
        return Source.open(folder.resolve(file).toString(), null, Source.Wishes.NONE);
    }

    /** Rejected rows as line and rule. */
    private static Set<String> rejects(Handle handle, LoadReport report, int file) {
        List<String> rows = handle.createQuery(
                        "SELECT line_no || ' ' || rule FROM load.reject WHERE run_id = :run AND file_no = :file")
                .bind("run", report.runId())
                .bind("file", file)
                .mapTo(String.class)
                .list();
        return new TreeSet<>(rows);
    }

    private static Set<String> planted(CityManifest manifest, String file) {
        return manifest.badRows().stream()
                .filter(bad -> bad.file().equals(file))
                .map(bad -> bad.line() + " " + bad.rule())
                .collect(toCollection(TreeSet::new));
    }
}
