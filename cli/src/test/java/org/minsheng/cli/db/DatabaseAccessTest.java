package org.minsheng.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.Migrations;
import org.minsheng.db.TestDatabase;
import org.minsheng.db.TestPostgres;
import org.minsheng.run.Installation;

/** A central database: logins, passwords, roles, pins, another schema. */
@Tag("database")
class DatabaseAccessTest {
    private static final String[] RUNS = {"run", "list", "-o", "json"};

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static Installation installation;

    @TempDir
    private Path home;

    @BeforeAll
    static void declare() {
        installation = Installation.declare(database.handle(), false, "青岛 production");
    }

    private static String url(ConnectionSettings settings) {
        return "postgresql://" + settings.label();
    }

    @Test
    void asksForThePasswordOnATerminal() {
        CliHarness terminal = CliHarness.terminal().home(home).with("MINSHENG_URL", url(database.settings()));

        terminal.input(database.settings().password() + "\n")
                .run(RUNS)
                .exits(ExitStatus.OK)
                .saysSomeOf("Password of " + database.settings().label() + ": ")
                .prints("[]");
        terminal.input("wrong\n").run(RUNS).exits(ExitStatus.UNAVAILABLE).saysSomeOf("refuses the login");
    }

    @Test
    void neverAsksOffATerminal() {
        CliHarness.script()
                .home(home)
                .with("MINSHENG_URL", url(database.settings()))
                .run(RUNS)
                .exits(ExitStatus.UNAVAILABLE)
                .printsNothing()
                .saysSomeOf("~/.pgpass");
    }

    @Test
    void declinesToMakeADatabaseUnlessToldTo() {
        CliHarness.terminal()
                .home(home)
                .input("n\n")
                .run("run", "list")
                .exits(ExitStatus.FAILED)
                .saysSomeOf("No database is configured. Make a private, empty PostgreSQL in " + home);
        // --yes answers the questions of the command itself; it never means a new database
        CliHarness.terminal().home(home).run("run", "list", "--yes").exits(ExitStatus.UNAVAILABLE);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void refusesAnotherInstallationThanTheProfilePins() throws IOException {
        CliHarness script = CliHarness.script().home(home).database(database.settings());
        script.with("MINSHENG_URL", "");
        String profile = "profile=counter\nprofile.counter.url=" + url(database.settings())
                + "\nprofile.counter.expect_installation=";
        Files.writeString(home.resolve("config.properties"), profile + installation.id() + "\n");
        script.run(RUNS).exits(ExitStatus.OK);

        Files.writeString(home.resolve("config.properties"), profile + "3d0b6b0e\n");
        script.run(RUNS)
                .exits(ExitStatus.CONFLICT)
                .printsNothing()
                .saysSomeOf("is installation " + installation.id() + " (青岛 production), and not the one")
                .saysSomeOf("config.properties:3 expects 3d0b6b0e.");
        script.run("db", "migrate").exits(ExitStatus.CONFLICT);
    }

    @Test
    void leavesNoSessionBehindWhenTheLoginMayNotSeeWhichInstallationItIs() throws IOException {
        ConnectionSettings own = TestPostgres.shared().createDatabase();
        try (Database superuser = new Database(database.superuserSettings())) {
            superuser.handle().execute("CREATE ROLE test_stranger LOGIN PASSWORD '" + own.password() + "'");
            ConnectionSettings stranger = own.withLogin("test_stranger", own.password());
            Files.writeString(
                    home.resolve("config.properties"),
                    "profile=counter\nprofile.counter.url=" + url(stranger)
                            + "\nprofile.counter.expect_installation=3d0b6b0e\n");

            CliHarness.script()
                    .home(home)
                    .database(stranger)
                    .with("MINSHENG_URL", "")
                    .run(RUNS)
                    .exits(ExitStatus.NOT_PERMITTED)
                    .printsNothing();

            // Right away, before the driver finds and closes what was forgotten: refused while a session is in it.
            superuser.handle().execute("DROP DATABASE " + own.database());
            superuser.handle().execute("DROP ROLE test_stranger");
        }
    }

    @Test
    void namesTheServerAndTheSourceWhenAsked() {
        CliHarness.script()
                .database(database.settings())
                .run("run", "list", "-o", "json", "-v")
                .exits(ExitStatus.OK)
                .says("database " + database.settings().label() + ", named by MINSHENG_URL");
    }

    @Test
    void migratesOnlyForAMemberOfTheOwner() {
        CliHarness.script()
                .database(database.settingsAs("operator"))
                .run("db", "migrate")
                .exits(ExitStatus.NOT_PERMITTED)
                .says(
                        "error: The login test_operator may not migrate.",
                        "why: It is no member of minsheng_owner, which owns the tables.",
                        "hint: Have a DBA run: GRANT minsheng_owner TO test_operator; or use another login.");
        CliHarness.script()
                .database(database.superuserSettings())
                .run("db", "migrate", "-v")
                .exits(ExitStatus.OK)
                .saysSomeOf("nothing to apply: the schema has version " + Migrations.NEWEST);
    }

    @Test
    void showsTheRolesOfTheLogin() {
        CliHarness.script()
                .database(database.settingsAs("auditor"))
                .run("db", "roles", "-o", "csv")
                .exits(ExitStatus.OK)
                .printsSomeOf("minsheng_operator,true,false,")
                .printsSomeOf("minsheng_auditor,true,true,");
    }

    @Test
    void refusesToWorkOnASchemaThatIsNotItsOwn() {
        ConnectionSettings empty = database.superuserSettings().withDatabase("postgres");
        CliHarness.script()
                .database(empty)
                .run("run", "list")
                .exits(ExitStatus.CONFLICT)
                .says(
                        "error: The schema has version 0; this program needs " + Migrations.NEWEST + ".",
                        "why: Migrations are pending.",
                        "hint: Apply them: minsheng db migrate");
        CliHarness.script()
                .database(empty)
                .run("db", "status", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"schema_version\":0");
        CliHarness.script()
                .database(empty)
                .run("db", "migrate", "--dry-run", "-o", "csv")
                .exits(ExitStatus.OK)
                .printsSomeOf("version,description\n1,run\n2,load\n");
        try (Database untouched = new Database(empty)) {
            assertThat(Migrations.version(untouched.handle())).isEmpty();
        }
    }

    @Test
    void showsSupportStaffWhatTheyMaySee() {
        CliHarness.script()
                .database(database.settingsAs("support"))
                .run("status", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"installation\":\"青岛 production\"")
                .printsSomeOf("\"open_rejects\":null,\"held_claims\":null,\"open_claims\":null,\"runs\":null");
        CliHarness.script()
                .database(database.settingsAs("operator"))
                .run("status", "-o", "json")
                .printsSomeOf("\"open_rejects\":0,\"held_claims\":0,\"open_claims\":0,\"runs\":[]");
    }
}
