package org.minsheng.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.EmbeddedPostgres;

/** A person at a terminal, with nothing configured, takes the offer of a private database. */
class OfferedDatabaseTest {
    @TempDir
    private Path home;

    @AfterEach
    void stop() {
        new EmbeddedPostgres(home).stop();
    }

    @Test
    void isMadeOnceConfirmedAndUsedFromThenOn() {
        CliHarness.terminal()
                .home(home)
                .input("y\n")
                .runOnce("run", "list", "-o", "json")
                .exits(ExitStatus.OK)
                .prints("[]")
                .saysSomeOf("work on that? [y/N] ")
                .saysSomeOf("made and started on 127.0.0.1:")
                .saysSomeOf("from now on it is this home's database");

        assertThat(home.resolve("config.properties")).exists();
        CliHarness.script().home(home).run("run", "list", "-o", "json").prints("[]");
    }
}
