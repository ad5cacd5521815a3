package org.minsheng.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.db.TestPostgres;
import org.minsheng.run.Installation;

@Tag("database")
class DemoLoadTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private String[] load() {
        return new String[] {
            "demo",
            "load",
            folder.toString(),
            "--rejects",
            folder.resolve("rejects").toString()
        };
    }

    @Test
    void loadsACityOnceAndHandsItsBadRowsBack() {
        CliHarness.script()
                .runOnce("demo", "generate", "--people", "200", "--out", folder.toString())
                .exits(ExitStatus.OK);

        CliResult first = CliHarness.terminal().database(database.settings()).runOnce(load());
        first.exits(ExitStatus.FINDINGS);
        assertThat(first.err())
                .contains("policy qingdao-demo 2025.1 is active now: a demonstration, unverified")
                .contains("business date 2025-12-31")
                .contains("rows were rejected; the rest of the city was loaded.")
                .contains("hint: see: minsheng reject list");
        assertThat(first.out())
                .contains("institutions.csv")
                .contains(folder.resolve("rejects/claim-").toString());

        CliHarness.script()
                .database(database.settings())
                .run(load())
                .exits(ExitStatus.OK)
                .saysNothing()
                .printsSomeOf("institutions.csv\t1\t");
    }

    @Test
    void showsWhatItHoldsAndAClaimThatCanBeExplained() {
        ConnectionSettings settings = TestPostgres.shared().createDatabase();
        CliHarness script = CliHarness.script().database(settings);
        try {
            script.run("demo", "show").exits(ExitStatus.CONFLICT).saysSomeOf("Nobody has said yet");
            script.runOnce("demo", "generate", "--people", "1500", "--out", folder.toString())
                    .exits(ExitStatus.OK);
            script.runOnce(load()).exits(ExitStatus.FINDINGS);
            script.runOnce("claim", "settle");

            String[] shown = script.run("demo", "show", "-o", "tsv")
                    .out()
                    .split("\n", -1)[1]
                    .split("\t", -1);

            assertThat(shown[0]).isEqualTo("青岛 demonstration");
            assertThat(shown[2]).isEqualTo("1500");
            CliResult explained = script.run("claim", "explain", shown[6], "--institution", shown[7], "-o", "csv");
            assertThat(explained.out()).contains("deductible,", "class B self-first,", "from personal account,");

            script.run("demo", "reset").exits(ExitStatus.USAGE).saysSomeOf("青岛 demonstration");
            CliHarness.terminal()
                    .database(settings.withLogin("postgres", "test"))
                    .input("yes\n")
                    .runOnce("demo", "reset")
                    .exits(ExitStatus.OK)
                    .saysSomeOf("青岛 demonstration is empty now.");
            script.run("demo", "show", "-o", "csv").exits(ExitStatus.OK).printsSomeOf("青岛 demonstration,,0,0,0,0,,");
        } finally {
            assertThat(TestPostgres.shared().dropDatabase(settings.database())).isEmpty();
        }
    }

    @Test
    void refusesAProductionInstallation() {
        CliHarness.script()
                .runOnce("demo", "generate", "--people", "100", "--out", folder.toString())
                .exits(ExitStatus.OK);
        ConnectionSettings settings = TestPostgres.shared().createDatabase();
        try (Database production = new Database(settings)) {
            Installation.declare(production.handle(), false, "青岛 production");
            CliHarness.script()
                    .database(settings)
                    .run(load())
                    .exits(ExitStatus.CONFLICT)
                    .printsNothing()
                    .saysSomeOf("This database is production (青岛 production); demonstration was expected.");
        } finally {
            assertThat(TestPostgres.shared().dropDatabase(settings.database())).isEmpty();
        }
    }
}
