package org.minsheng.cli.policy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;
import org.minsheng.run.Installation;

@Tag("database")
class PolicyShelfCommandsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @BeforeAll
    static void declareADemonstration() {
        Installation.declare(database.handle(), true, "test");
    }

    private static CliHarness cli() {
        return CliHarness.script().database(database.settings());
    }

    @Test
    void importsShowsAndActivatesAPack() {
        for (int time = 1; time <= 2; time++) {
            cli().runOnce("policy", "import", "qingdao-demo", "-o", "json")
                    .exits(ExitStatus.OK)
                    .printsSomeOf("\"pack\":\"qingdao-demo\",\"version\":\"2025.1\",\"state\":\"draft\"");
        }
        cli().run("policy", "show", "qingdao-demo", "2025.1", "--text")
                .exits(ExitStatus.OK)
                .printsSomeOf("id: qingdao-demo");
        cli().runOnce("policy", "activate", "qingdao-demo", "2025.1")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("--yes");
        cli().runOnce("policy", "activate", "qingdao-demo", "2025.1", "--yes", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"state\":\"active\"")
                .printsSomeOf("\"own_approval\":true");
        cli().run("policy", "list", "-o", "csv").exits(ExitStatus.OK).printsSomeOf("qingdao-demo,2025.1,active");
        cli().runOnce("policy", "activate", "qingdao-demo", "2025.1", "--yes").exits(ExitStatus.CONFLICT);
    }

    @Test
    void namesAPackThatWasNotImported() {
        cli().run("policy", "show", "qingdao-demo", "1999").exits(ExitStatus.NOT_FOUND);
    }
}
