package org.minsheng.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;
import org.minsheng.run.Installation;
import org.minsheng.run.RunLedger;

@Tag("database")
class RunCommandsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static long done;

    @BeforeAll
    static void runOnce() {
        Installation.declare(database.handle(), true, "Test");
        RunLedger ledger = new RunLedger(database.handle());
        done = ledger.begin("claim settle", LocalDate.of(2025, 3, 18), Map.of("pack", "demo"));
        ledger.end(done, 1, Map.of("settled", 5));
    }

    private static CliHarness script() {
        return CliHarness.script().database(database.settings());
    }

    @Test
    void showsARunWithItsFigures() {
        script().run("run", "show", Long.toString(done), "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("{\"run\":" + done + ",\"job\":\"claim settle\",\"state\":\"done\",\"attempt\":1,"
                        + "\"business_date\":\"2025-03-18\"")
                .printsSomeOf("\"inputs\":{\"pack\":\"demo\"},\"result\":{\"settled\":5}}")
                .saysNothing();
    }

    @Test
    void listsRunsOfAJob() {
        script().run("run", "list", "--job", "claim settle", "-o", "csv")
                .exits(ExitStatus.OK)
                .printsSomeOf(done + ",claim settle,done,2025-03-18,");
        script().run("run", "list", "--job", "nothing", "-o", "json").prints("[]");
    }

    @Test
    void showsWhatHappenedInARun() {
        script().run("run", "log", Long.toString(done))
                .printsSomeOf("\tminsheng\tbegun\tbegun\t{}\n")
                .printsSomeOf("\tminsheng\tdone\tdone\t{\"attempt\":1}\n");
        script().run("run", "log", Long.toString(done), "--lang", "zh").printsSomeOf("\tdone\t完成\t");
    }

    @Test
    void endsWithNotFoundForAnUnknownRun() {
        script().run("run", "show", "999999")
                .exits(ExitStatus.NOT_FOUND)
                .printsNothing()
                .says("error: There is no run 999999.", "hint: see: minsheng run list");
    }

    @Test
    void cancelsOnlyWithConfirmationAndOnlyWhatRuns() {
        long running = new RunLedger(database.handle()).begin("claim settle", null, Map.of());
        String number = Long.toString(running);

        script().run("run", "cancel", number, "--reason", "wrong")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("add --yes if that is what you want");
        script().runOnce("run", "cancel", number, "--reason", "wrong", "--yes", "-q")
                .exits(ExitStatus.OK);
        script().run("run", "cancel", number, "--reason", "wrong", "--yes").exits(ExitStatus.CONFLICT);
        script().run("audit", "list", "-o", "json").printsSomeOf("\"action\":\"run cancel\"");
    }

    @Test
    void sealsAndVerifiesTheAudit(@TempDir Path home) {
        String anchor = home.resolve("anchor.json").toString();

        script().home(home).runOnce("audit", "seal", "--anchor", anchor).exits(ExitStatus.OK);
        script().home(home)
                .run("audit", "verify", "--anchor", anchor, "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("{\"intact\":true,");
        script().home(home)
                .run("audit", "verify", "--anchor", home.resolve("none").toString())
                .exits(ExitStatus.USAGE);
    }

    @Test
    void showsWhereThingsStand() {
        script().run("status", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"installation_kind\":\"demonstration\"");
        assertThat(CliHarness.terminal()
                        .database(database.settings())
                        .run("status", "--lang", "zh")
                        .out())
                .contains("最近的运行");
    }

    @Test
    void endsWithUnavailableWithoutADatabase() {
        CliHarness.script().run("status").exits(ExitStatus.UNAVAILABLE).printsNothing();
    }
}
