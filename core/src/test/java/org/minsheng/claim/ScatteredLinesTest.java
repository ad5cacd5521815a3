package org.minsheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.db.TestDatabase;
import org.minsheng.load.LoadReport;

/** The loader adds up lines that stand together; a file may have them in any order. */
@Tag("database")
class ScatteredLinesTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    @BeforeAll
    static void buildCity() {
        SmallCity city = new SmallCity(database.handle());
        city.employee(1, "11", 0);
        database.handle()
                .execute("INSERT INTO claim.catalogue_version SELECT '2025', '2025-01-01', 1000, max(run_id)"
                        + " FROM run.run");
    }

    private static String claim(String number, String amount) {
        return "H370202001," + number + "," + SmallCity.residentId(1) + ",310,21,2025-03-01,2025-03-09,local,J06,"
                + amount + "\n";
    }

    private static String line(String claim, int number, String date, String amount) {
        return "H370202001," + claim + "," + number + "," + date + ",X1,1," + amount + "," + amount + "\n";
    }

    private LoadReport load(String claims, String lines) {
        return new TextFiles(database.database(), folder).loadClaims(claims, lines);
    }

    private static String slices(String claim) {
        return database.handle()
                .createQuery("SELECT slices FROM claim.open_claim WHERE claim_no = :claim")
                .bind("claim", claim)
                .mapTo(String.class)
                .one();
    }

    @Test
    void addsUpADayWhereverItsLinesStand() {
        load(
                claim("S-1", "100.00") + claim("S-2", "7.00"),
                line("S-1", 3, "2025-03-02", "30.00")
                        + line("S-1", 1, "2025-03-01", "10.00")
                        + line("S-2", 1, "2025-03-01", "3.00")
                        + line("S-1", 4, "2025-03-02", "40.00")
                        + line("S-2", 2, "2025-03-01", "4.00")
                        + line("S-1", 2, "2025-03-01", "20.00"));

        assertThat(slices("S-1")).isEqualTo("2025-03-01,3000,3000,0,0,0;2025-03-02,7000,7000,0,0,0");
        assertThat(slices("S-2")).isEqualTo("2025-03-01,700,700,0,0,0");
    }

    @Test
    void recognisesAnUnchangedBillWhoseLinesComeInAnotherOrder() {
        load(claim("S-3", "30.00"), line("S-3", 1, "2025-03-01", "10.00") + line("S-3", 2, "2025-03-01", "20.00"));

        LoadReport again = load(
                claim("S-3", "30.00"), line("S-3", 2, "2025-03-01", "20.00") + line("S-3", 1, "2025-03-01", "10.00"));

        assertThat(again.files()).extracting(LoadReport.OfFile::unchanged).containsExactly(1L, 2L);
    }

    @Test
    void rejectsEveryLineOfNoClaimThoughOneIsADouble() {
        LoadReport report = load(
                claim("S-4", "10.00"),
                line("S-4", 1, "2025-03-01", "10.00")
                        + line("S-X", 1, "2025-03-01", "5.00")
                        + line("S-X", 1, "2025-03-01", "5.00"));

        assertThat(report.files()).extracting(LoadReport.OfFile::inserted).containsExactly(1L, 1L);
        assertThat(report.samples().stream()
                        .map(sample ->
                                sample.line() + " " + sample.problem().code().code()))
                .containsExactly("3 line.no-claim", "4 load.double-key");
    }

    @Test
    void rejectsABillWithADoubledLineAsAWhole() {
        LoadReport report = load(
                claim("S-5", "15.00"),
                line("S-5", 1, "2025-03-01", "10.00")
                        + line("S-5", 2, "2025-03-01", "5.00")
                        + line("S-5", 1, "2025-03-01", "10.00"));

        assertThat(report.files()).extracting(LoadReport.OfFile::inserted).containsExactly(0L, 0L);
        assertThat(report.rejected()).isEqualTo(4);
    }

    @Test
    void findsADoubledLineThoughOtherBillsStandBetween() {
        LoadReport report = load(
                claim("S-6", "15.00") + claim("S-7", "4.00"),
                line("S-6", 1, "2025-03-01", "10.00")
                        + line("S-7", 1, "2025-03-01", "4.00")
                        + line("S-6", 2, "2025-03-01", "5.00")
                        + line("S-6", 1, "2025-03-01", "10.00"));

        assertThat(report.files()).extracting(LoadReport.OfFile::inserted).containsExactly(1L, 1L);
        assertThat(report.files()).extracting(LoadReport.OfFile::rejected).containsExactly(1L, 3L);
        assertThat(report.samples().stream()
                        .map(sample -> sample.line() + " "
                                + sample.problem().code().code() + " "
                                + sample.problem().facts().get("first")))
                .containsExactly(
                        "2 claim.line-rejected null",
                        "2 line.claim-rejected null",
                        "4 line.claim-rejected null",
                        "5 load.double-key 2");
    }

    @Test
    void writesTheLinesOfItsBillsOnlyAndEachBehindItsOwn() {
        load(
                claim("S-8", "3.00") + claim("S-9", "9.99") + claim("S-10", "6.00"),
                line("S-10", 1, "2025-03-01", "1.00")
                        + line("S-8", 1, "2025-03-01", "1.00")
                        + line("S-9", 1, "2025-03-01", "1.00")
                        + "H370202001,S-10,zwei,2025-03-01,X1,1,9.00,9.00\n"
                                .replace("zwei", "2")
                                .replace("9.00", "2.00")
                        + line("S-8", 2, "2025-03-01", "2.00")
                        + line("S-10", 3, "2025-03-02", "3.00"));

        assertThat(database.handle()
                        .createQuery("SELECT claim_no || ' ' || line_no || ' ' || amount"
                                + " FROM claim.line JOIN claim.claim USING (year, claim_id)"
                                + " WHERE claim_no IN ('S-8', 'S-9', 'S-10') ORDER BY claim_no, line_no")
                        .mapTo(String.class)
                        .list())
                .containsExactly("S-10 1 100", "S-10 2 200", "S-10 3 300", "S-8 1 100", "S-8 2 200");
        assertThat(slices("S-10")).isEqualTo("2025-03-01,300,300,0,0,0;2025-03-02,300,300,0,0,0");
    }

    @Test
    void rejectsWhatStandsBehindADoubledLineToo() {
        LoadReport report = load(
                claim("S-11", "6.00") + claim("S-12", "4.00"),
                line("S-11", 1, "2025-03-01", "1.00")
                        + line("S-12", 1, "2025-03-01", "4.00")
                        + line("S-11", 1, "2025-03-01", "1.00")
                        + line("S-11", 2, "2025-03-01", "5.00"));

        assertThat(report.files()).extracting(LoadReport.OfFile::inserted).containsExactly(1L, 1L);
        assertThat(report.files()).extracting(LoadReport.OfFile::rejected).containsExactly(1L, 3L);
    }

    @Test
    void storesTheRejectsOfTheLinesThoughTheClaimsFillTheReport() {
        StringBuilder claims = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= 30; number++) {
            claims.append(claim("R-" + number, "0.01"));
            for (int line = 1; line <= 100; line++) {
                lines.append(line("R-" + number, line, "2025-03-01", "2.00"));
            }
        }

        LoadReport report = load(claims.toString(), lines.toString());

        assertThat(report.samples()).hasSize(LoadReport.SAMPLES_MAX);
        assertThat(database.handle()
                        .createQuery(
                                "SELECT count(*) FROM load.reject WHERE run_id = :run AND rule = 'line.claim-rejected'")
                        .bind("run", report.runId())
                        .mapTo(Long.class)
                        .one())
                .isEqualTo(3_000);
    }
}
