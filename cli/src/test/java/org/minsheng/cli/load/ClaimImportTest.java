package org.minsheng.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.cli.load.NightFiles.claim;
import static org.minsheng.cli.load.NightFiles.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;

@Tag("database")
class ClaimImportTest {
    private static boolean loaded;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private NightFiles night;

    @BeforeEach
    void load() {
        night = new NightFiles(database.settings(), folder);
        if (!loaded) {
            night.loadRegistry();
            loaded = true;
        }
    }

    private static List<String> bills(String prefix) {
        return database.handle()
                .createQuery("""
                        SELECT claim.claim_no || ' ' || count(*) || ' ' || sum(line.in_scope)
                        FROM claim.claim JOIN claim.line USING (year, claim_id)
                        WHERE claim.claim_no LIKE :prefix || '%' GROUP BY claim_no ORDER BY claim_no""")
                .bind("prefix", prefix)
                .mapTo(String.class)
                .list();
    }

    private List<Path> rejectFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("claim.*-\\d+\\.csv"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void takesClaimsWithTheirLinesAndHandsThePairOfRejectsBack() throws IOException {
        night.claims(
                        claim("A1", NightFiles.WANG, "30.00") + claim("A2", NightFiles.LI, "9.99"),
                        line("A1", 1, "D1", "10.00") + line("A1", 2, "D2", "20.00") + line("A2", 1, "D1", "10.00"),
                        "-o",
                        "csv")
                .exits(ExitStatus.FINDINGS)
                .printsSomeOf("2,1,0,0,0,1," + folder + "/claim-")
                .printsSomeOf("3,2,0,0,0,1," + folder + "/claim-line-")
                .saysSomeOf("2 of 5 rows were rejected")
                .saysSomeOf(folder + "/claim-line-");
        assertThat(bills("A")).containsExactly("A1 2 2600");

        List<Path> pair = rejectFiles();
        assertThat(pair).hasSize(2);
        Path claims = Objects.requireNonNull(pair.get(0));
        Files.writeString(claims, Files.readString(claims).replace(",9.99,", ",10.00,"));
        night.script()
                .runOnce(
                        "claim",
                        "import",
                        claims.toString(),
                        "--lines",
                        pair.get(1).toString())
                .exits(ExitStatus.OK)
                .printsNothing()
                .saysNothing();
        assertThat(bills("A")).containsExactly("A1 2 2600", "A2 1 1000");
        Handle handle = database.handle();
        assertThat(handle.select("SELECT DISTINCT state FROM load.reject WHERE key[2] LIKE 'A%'")
                        .mapTo(String.class)
                        .list())
                .containsExactly("mended");
    }

    @Test
    void closesTheRejectsOfAPairThatIsSentAgainCorrected() {
        String claims = claim("R1", NightFiles.WANG, "10.00") + claim("R2", NightFiles.LI, "9.99");
        String lines = line("R1", 1, "D1", "10.00") + line("R2", 1, "D1", "10.00");
        long before = openRejects();
        night.claims(claims, lines).exits(ExitStatus.FINDINGS);
        assertThat(openRejects()).isEqualTo(before + 2);

        night.claims(claims.replace(",9.99", ",10.00"), lines).exits(ExitStatus.OK);

        assertThat(bills("R")).containsExactly("R1 1 1000", "R2 1 1000");
        assertThat(openRejects()).isEqualTo(before);
    }

    private static long openRejects() {
        return database.handle()
                .createQuery("SELECT count(*) FROM load.reject WHERE state = 'open'")
                .mapTo(Long.class)
                .one();
    }

    @Test
    void takesLinesNestedInTheClaims() {
        String ndjson = night.file("night.ndjson", """
                {"fixmedins_code":"H37020200001","mdtrt_id":"N1","certno":"%s","insutype":"310","med_type":"11",\
                "begndate":"2025-03-01","enddate":"2025-03-02","referral":"local","medfee_sumamt":"30.00","lines":[\
                {"feedetl_sn":1,"fee_ocur_time":"2025-03-01","med_list_codg":"D1","cnt":1,"pric":"10","amount":"10.00"},\
                {"feedetl_sn":2,"fee_ocur_time":"2025-03-02","med_list_codg":"D1","cnt":2,"pric":"10","amount":"20.00"}]}
                """.formatted(NightFiles.WANG));
        night.script().runOnce("claim", "import", ndjson).exits(ExitStatus.OK).saysNothing();
        assertThat(bills("N")).containsExactly("N1 2 3000");
    }

    @Test
    void takesOneOfThePairFromTheStandardInput() {
        String claims = night.file("s.csv", NightFiles.CLAIM_HEADER + claim("S1", NightFiles.WANG, "10.00"));
        String lines = NightFiles.LINE_HEADER + line("S1", 1, "D1", "10.00");
        night.script()
                .input(lines)
                .runOnce("claim", "import", claims, "--lines", "-")
                .exits(ExitStatus.OK)
                .saysNothing();
        assertThat(bills("S")).containsExactly("S1 1 1000");

        night.script()
                .input(lines)
                .run("claim", "import", "-", "--lines", "-")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("CLAIMS -, --lines -");
    }

    @Test
    void asksForTheLinesOfAFileThatCannotHoldThem() {
        String claims = night.file("c.csv", NightFiles.CLAIM_HEADER + claim("C1", NightFiles.WANG, "10.00"));
        night.script()
                .run("claim", "import", claims)
                .exits(ExitStatus.USAGE)
                .saysSomeOf("cannot hold rows of the kind claim-line within others")
                .saysSomeOf("--lines");
    }

    @Test
    void plansWithoutWritingAndRefusesMoreRejectsThanAllowed() throws IOException {
        String bad = claim("P1", NightFiles.WANG, "10.00") + claim("P2", NightFiles.WANG, "11.00");
        String lines = line("P1", 1, "D1", "10.00") + line("P2", 1, "D1", "10.00");
        night.claims(bad, lines, "--dry-run", "-o", "csv")
                .exits(ExitStatus.FINDINGS)
                .printsSomeOf(",2,1,0,0,0,1," + folder + "/claim-dry-run.csv");
        assertThat(folder.resolve("claim-line-dry-run.csv")).exists();
        night.claims(bad, lines, "--max-rejects", "1")
                .exits(ExitStatus.CONFLICT)
                .saysSomeOf("2 of 4 rows are rejected, more than the 1 allowed; nothing was imported.")
                .saysSomeOf("hint: they are in " + folder + "/claim-");
        assertThat(rejectFiles()).hasSize(2);
        assertThat(bills("P")).isEmpty();
    }

    @Test
    void saysSoWhenTheTwoFilesAreSwapped() {
        String claims = night.file("c.csv", NightFiles.CLAIM_HEADER + claim("X1", NightFiles.WANG, "10.00"));
        String lines = night.file("l.csv", NightFiles.LINE_HEADER + line("X1", 1, "D1", "10.00"));
        night.script()
                .run("claim", "import", lines, "--lines", claims)
                .exits(ExitStatus.USAGE)
                .says(
                        "error: The header of " + lines + " is that of the kind claim-line, not claim.",
                        "hint: were two files swapped? each has its place in: minsheng help claim import");
        night.script()
                .run("claim", "import", claims, "--lines", claims)
                .exits(ExitStatus.USAGE)
                .saysSomeOf("error: The header of " + claims + " is that of the kind claim, not claim-line.");
        String unlike = night.file("u.csv", "colour\n");
        night.script()
                .run("claim", "import", claims, "--lines", unlike)
                .exits(ExitStatus.USAGE)
                .saysSomeOf("why: unknown: colour · missing: institution_code, ")
                .saysSomeOf("hint: rename the columns in the first line; the names are in: minsheng help claim import");
    }

    @Test
    void namesTheFileOfEachRejectAndSaysWhenNothingIsLeft() {
        night.claims(claim("Y1", NightFiles.WANG, "10.00"), line("Y1", 1, "D1", "9.00"), "-v")
                .exits(ExitStatus.FINDINGS)
                .saysSomeOf("  " + folder + "/claims.csv, line 2  amount  The claim's amount 10.00")
                .saysSomeOf("  " + folder + "/claim-lines.csv, line 2  claim_no  The claim of this line was rejected.")
                .saysSomeOf("error: All 2 rows were rejected; nothing was imported (run ")
                .saysSomeOf("hint: mend " + folder + "/claim-");
    }
}
