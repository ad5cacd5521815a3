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
                    .printsSomeOf(
                            "\"pack\":\"qingdao-demo\",\"version\":\"2025.1\",\"state\":\"draft\",\"pack_status\":\"unverified\"");
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
        cli().run("policy", "list", "-o", "csv")
                .exits(ExitStatus.OK)
                .printsSomeOf("qingdao-demo,2025.1,active,unverified,2025-01-01,2025-12-31,310 390");
        cli().runOnce("policy", "activate", "qingdao-demo", "2025.1", "--yes").exits(ExitStatus.CONFLICT);
    }

    @Test
    void namesAPackThatWasNotImported() {
        cli().run("policy", "show", "qingdao-demo", "1999").exits(ExitStatus.NOT_FOUND);
    }

    @Test
    void activatesThePackOfAnotherSchemeBesideIt() {
        cli().runOnce("policy", "import", "tengzhou-ltc-demo").exits(ExitStatus.OK);
        cli().runOnce("policy", "activate", "tengzhou-ltc-demo", "2024.1", "--yes", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"schemes\":\"410\"");
    }

    @Test
    void refusesAPackWhoseExamplesFailAndOneWithFindings() {
        String pack = """
            pack: {id: %s, version: "1", status: unverified, valid_from: 2019-01-01, valid_to: 2019-12-31}
            facts: {scheme: {employee: "310"}}
            stages:
            - {id: pool, op: share, payer: hifp, ratio: 0.9, article: "%s"}
            examples:
            - {id: e, facts: {scheme: employee}, date: 2019-02-03, bill: {in_scope: 100}, expect: {hifp: %s}}
            """;
        cli().input(pack.formatted("fails", "19", "91"))
                .runOnce("policy", "import", "-")
                .exits(ExitStatus.OK);
        cli().runOnce("policy", "activate", "fails", "1", "--yes")
                .exits(ExitStatus.CONFLICT)
                .says("error: 1 of 1 worked examples of fails 1 fail.", "hint: see: minsheng policy test FILE");
        cli().input(pack.formatted("no-article", "", "90"))
                .runOnce("policy", "import", "-")
                .exits(ExitStatus.OK);
        cli().runOnce("policy", "activate", "no-article", "1", "--yes")
                .exits(ExitStatus.CONFLICT)
                .says(
                        "error: The pack no-article 1 has 1 finding(s) of the lint.",
                        "why: Stage pool names no article.",
                        "hint: see all of them: minsheng policy lint FILE; mend them and import a new version");
        cli().input(pack.formatted("fails", "20", "90"))
                .runOnce("policy", "import", "-")
                .exits(ExitStatus.CONFLICT)
                .saysSomeOf("imported before with another text");
    }
}
