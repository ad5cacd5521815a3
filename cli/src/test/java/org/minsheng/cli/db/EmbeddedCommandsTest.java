package org.minsheng.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.EmbeddedPostgres;
import org.minsheng.db.Migrations;

/** The life of a home's own PostgreSQL, in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedCommandsTest {
    @TempDir
    private static Path home;

    private static CliHarness script() {
        return CliHarness.script().home(home);
    }

    @BeforeAll
    static void hasNothing() {
        script().run("db", "status")
                .exits(ExitStatus.UNAVAILABLE)
                .printsNothing()
                .saysSomeOf("for a private one: minsheng db start");
        script().run("batch", "date", "show").exits(ExitStatus.UNAVAILABLE).printsNothing();
        script().run("db", "stop", "-v").exits(ExitStatus.OK).saysSomeOf("no embedded PostgreSQL runs");
        assertThat(home).isEmptyDirectory();
    }

    @AfterAll
    static void stop() {
        new EmbeddedPostgres(home).stop();
    }

    @Test
    @Order(1)
    void startLeavesADatabaseToWorkOn() throws IOException {
        script().runOnce("db", "start").exits(ExitStatus.OK).printsNothing().saysNothing();

        assertThat(Files.readString(home.resolve("config.properties")))
                .isEqualTo("profile=embedded\nprofile.embedded.database=embedded\n");
        script().run("run", "list", "-o", "json").exits(ExitStatus.OK).prints("[]");
        script().runOnce("db", "start", "-v").exits(ExitStatus.OK).saysSomeOf("runs already on 127.0.0.1:");
        assertThat(Files.readAllLines(home.resolve("config.properties"))).hasSize(2);
    }

    @Test
    @Order(2)
    void statusTellsHowItIs() {
        script().run("db", "status", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"source\":\"profile embedded, " + home.resolve("config.properties")
                        + ":2\",\"embedded\":true,\"running\":true,")
                .printsSomeOf("\"server_version\":\"18.")
                .printsSomeOf("\"schema_version\":" + Migrations.NEWEST + ",\"program_version\":" + Migrations.NEWEST)
                .printsSomeOf("\"installation\":null");
        script().run("batch", "date", "show", "-v").saysSomeOf("named by profile embedded, " + home);
    }

    @Test
    @Order(3)
    void migrateSaysWhatTheDatabaseIsOnce() {
        script().run("db", "migrate", "--dry-run", "-o", "json").prints("[]");
        script().run("db", "migrate", "--installation", "demonstration")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("minsheng db migrate needs --name.");
        script().run("db", "migrate", "-v").exits(ExitStatus.OK).saysSomeOf("nobody has said yet");
        script().run("db", "migrate", "--installation", "demonstration", "--name", "青岛", "-v")
                .exits(ExitStatus.OK)
                .saysSomeOf("nothing to apply")
                .saysSomeOf("this database is demonstration: 青岛");
        script().run("db", "migrate", "--installation", "production", "--name", "青岛")
                .exits(ExitStatus.CONFLICT)
                .saysSomeOf("error: This database is demonstration (青岛); production was expected.");
        script().run("db", "status", "-o", "json").printsSomeOf("\"installation_kind\":\"demonstration\"");
    }

    @Test
    @Order(4)
    void rolesShowWhatTheLoginHas() {
        script().run("db", "roles", "-o", "csv")
                .exits(ExitStatus.OK)
                .printsSomeOf("minsheng_owner,true,false,")
                .printsSomeOf("minsheng_admin,true,true,")
                .printsSomeOf("minsheng_kiosk,true,false,");
    }

    @Test
    @Order(5)
    void stopEndsItAndCommandsSaySo() {
        script().runOnce("db", "stop", "-v").exits(ExitStatus.OK).saysSomeOf("is stopped");
        script().run("run", "list")
                .exits(ExitStatus.UNAVAILABLE)
                .printsNothing()
                .says(
                        "error: The embedded PostgreSQL of " + home + " is not running.",
                        "hint: Start it: minsheng db start");
        script().run("db", "status", "-o", "json").exits(ExitStatus.UNAVAILABLE).printsSomeOf("\"running\":false");
    }

    @Test
    @Order(6)
    void startsAgainWithWhatItHad() {
        script().runOnce("db", "start", "-q").exits(ExitStatus.OK);
        script().run("db", "status", "-o", "json").printsSomeOf("\"installation\":\"青岛\"");
    }
}
