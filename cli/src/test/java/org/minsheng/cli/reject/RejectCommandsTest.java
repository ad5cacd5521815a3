package org.minsheng.cli.reject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;

@Tag("database")
class RejectCommandsTest {
    private static final String PERSONS = """
            身份证号,姓名,性别,出生日期,行政区划代码
            11010519491231002X,王芳,女,1949-12-31,370202
            110105194902310026,李四,女,1949-02-28,370202
            3.70202E+17,王五,男,1949-02-28,370202
            440524188001010014,赵六,男,1880-01-01
            """;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private long run;

    private static CliHarness script() {
        return CliHarness.script().database(database.settings());
    }

    @BeforeEach
    void loadThreeBadRows() throws IOException {
        database.handle().execute("UPDATE load.reject SET state = 'closed' WHERE state = 'open'");
        // Another name each time, or it would be the file that was loaded last.
        Path file = Files.writeString(
                folder.resolve("persons.csv"), PERSONS.replace("王芳", "王" + "芳".repeat(1 + (int) (run() % 50))));
        script().runOnce(
                        "person",
                        "import",
                        file.toString(),
                        "--rejects",
                        folder.resolve("r.csv").toString())
                .exits(ExitStatus.FINDINGS);
        run = run();
    }

    private static long run() {
        return database.handle()
                .createQuery("SELECT coalesce(max(run_id), 0) FROM run.run")
                .mapTo(Long.class)
                .one();
    }

    private String runText() {
        return Long.toString(run);
    }

    private List<String> states() {
        return database.handle()
                .createQuery("SELECT line_no || ' ' || state FROM load.reject WHERE run_id = :run ORDER BY line_no")
                .bind("run", run)
                .mapTo(String.class)
                .list();
    }

    @Test
    void listsSortsOfRejectsWithTheirNumberAndTheirReason() {
        script().run("reject", "list", "-o", "csv")
                .exits(ExitStatus.OK)
                .printsSomeOf("run,kind,file,state,rejects,column,rule,first_line,first_reason\n")
                .printsSomeOf(run + ",person," + folder + "/persons.csv,open,1,身份证号,id.birth-date,3,")
                .printsSomeOf(",open,1,,load.ragged-row,5,\"The row has 4 fields, the header 5.\"\n");
        script().run("reject", "list", "--rule", "id.spreadsheet", "--each", "-o", "csv", "--lang", "zh")
                .exits(ExitStatus.OK)
                .printsSomeOf(run + ",person,4,open,身份证号,")
                .printsSomeOf("id.spreadsheet");
        script().run("reject", "list", "--kind", "company", "-o", "json").prints("[]");
        script().run("reject", "list", "--run", runText(), "--state", "closed", "-o", "json")
                .prints("[]");
    }

    @Test
    void showsOneRowMaskedWithItsReasonAndItsMend() {
        script().run("reject", "show", runText(), "3", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"rule\":\"id.birth-date\"")
                .printsSomeOf("\"mend\":\"Compare digits 7 to 14 with the card.\"")
                .printsSomeOf("{\"name\":\"身份证号\",\"value\":\"1101**********0026\"},{\"name\":\"姓名\",\"value\":\"李四\"}")
                .saysNothing();
        assertThat(script().run("reject", "show", runText(), "5", "-o", "json").out())
                .contains("{\"name\":null,\"value\":\"4405**********0014\"}")
                .doesNotContain("440524188001010014");
        script().run("reject", "show", runText(), "2").exits(ExitStatus.NOT_FOUND);
        script().run("reject", "show", runText(), "3", "--reveal").exits(ExitStatus.USAGE);
        script().runOnce("reject", "show", runText(), "3", "--reveal", "--reason", "letter", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("110105194902310026");
        script().runOnce("audit", "list", "--limit", "1", "-o", "csv").printsSomeOf(",reject show,,letter,");
    }

    @Test
    void exportsWhatIsStillOpenForMendingAndImportingAgain() throws IOException {
        script().runOnce("reject", "close", runText(), "5", "--reason", "moved away")
                .exits(ExitStatus.OK)
                .saysNothing();
        Path out = folder.resolve("again");
        script().runOnce("reject", "export", runText(), "--out", out.toString(), "-o", "csv")
                .exits(ExitStatus.OK)
                .prints(
                        "kind,run,rejects,rejects_file",
                        "person," + run + ",2," + out.resolve("person-" + run + ".csv"));
        script().runOnce("audit", "list", "--limit", "1", "-o", "csv").printsSomeOf(",reject export," + run + ",");
        Path file = out.resolve("person-" + run + ".csv");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo("身份证号,姓名,性别,出生日期,行政区划代码,reject_run,reject_line,reject_column,reject_rule,"
                        + "reject_value,reject_reason");
        assertThat(lines.get(1))
                .startsWith("110105194902310026,李四,女,1949-02-28,370202," + run + ",3,身份证号,id.birth-date,")
                .contains("Compare digits 7 to 14 with the card.");

        Files.writeString(
                file,
                Files.readString(file)
                        .replace("110105194902310026,李四,女,1949-02-28", "53010219200508011X,李四,男,1920-05-08"));
        script().runOnce(
                        "person",
                        "import",
                        file.toString(),
                        "--rejects",
                        folder.resolve("r2.csv").toString())
                .exits(ExitStatus.FINDINGS);
        assertThat(states()).containsExactly("3 mended", "4 open", "5 closed");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void tellsWhoClosedARejectUntilItIsOpenAgain() {
        String signed = "SELECT count(*) FROM load.reject WHERE run_id = ? AND line_no = 5 AND ended_by = session_user"
                + " AND ended_at <= now() AND ended_reason = 'moved away'";
        String open = "SELECT count(*) FROM load.reject WHERE run_id = ? AND line_no = 5 AND state = 'open'"
                + " AND num_nonnulls(ended_at, ended_by, ended_reason) = 0";

        script().runOnce("reject", "close", runText(), "5", "--reason", "moved away")
                .exits(ExitStatus.OK);
        assertThat(database.handle().select(signed, run).mapTo(Long.class).one())
                .isEqualTo(1);
        database.handle().execute("UPDATE load.reject SET state = 'open' WHERE run_id = ?", run);
        assertThat(database.handle().select(open, run).mapTo(Long.class).one()).isEqualTo(1);
    }

    @Test
    void exportsSeveralRunsAndNothingWithoutAnAuditEntry() throws IOException {
        loadThreeBadRows();
        database.handle().execute("UPDATE load.reject SET state = 'open'");
        Path out = folder.resolve("all");
        CliHarness.script()
                .database(database.settingsAs("auditor"))
                .runOnce("reject", "export", "--out", out.toString())
                .exits(ExitStatus.NOT_PERMITTED)
                .printsNothing();
        assertThat(out).isEmptyDirectory();

        long runs = database.handle()
                .createQuery("SELECT count(DISTINCT run_id) FROM load.reject")
                .mapTo(Long.class)
                .one();
        script().runOnce("reject", "export", "--out", out.toString()).exits(ExitStatus.OK);
        assertThat(runs).isGreaterThan(1);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).hasSize((int) runs);
        }
    }

    @Test
    void writesDownWhoAskedForRejectsThatThereAreNone() {
        script().runOnce("reject", "close", runText(), "--reason", "withdrawn", "--yes")
                .exits(ExitStatus.OK);
        String[] export = {
            "reject", "export", runText(), "--out", folder.resolve("none").toString()
        };

        script().runOnce(export).exits(ExitStatus.OK);
        script().runOnce("audit", "list", "--limit", "1", "-o", "csv")
                .printsSomeOf(",reject export," + run + ",")
                .printsSomeOf("\"\"rejects\"\":0");
        CliHarness.script()
                .database(database.settingsAs("auditor"))
                .runOnce(export)
                .exits(ExitStatus.NOT_PERMITTED)
                .printsNothing();
    }

    @Test
    void closesOnlyWithAReasonAndAConfirmationAndOnlyOnce() {
        script().run("reject", "close", runText()).exits(ExitStatus.USAGE).saysSomeOf("--reason");
        script().run("reject", "close", runText(), "--reason", "withdrawn")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("Give up 3 open rejects of run " + run + "?");
        assertThat(states()).containsExactly("3 open", "4 open", "5 open");
        script().runOnce("reject", "close", runText(), "--rule", "id.spreadsheet", "--reason", "withdrawn", "--yes")
                .exits(ExitStatus.OK);
        assertThat(states()).containsExactly("3 open", "4 closed", "5 open");
        script().runOnce("reject", "close", runText(), "--reason", "withdrawn", "--yes")
                .exits(ExitStatus.OK);
        assertThat(states()).containsExactly("3 closed", "4 closed", "5 closed");
        script().run("reject", "close", runText(), "--reason", "withdrawn", "--yes")
                .exits(ExitStatus.CONFLICT)
                .saysSomeOf("Run " + run + " has no open reject of this sort.");
        script().runOnce("audit", "list", "--limit", "1", "-o", "csv")
                .printsSomeOf(",reject close," + run + ",withdrawn,");
    }

    @Test
    void refusesALimitThatIsNone() {
        Stream.of("0", "-1").forEach(limit -> script().run("reject", "list", "--limit", limit)
                .exits(ExitStatus.USAGE)
                .saysSomeOf("--limit cannot be " + limit));
    }
}
