package org.minsheng.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.TestPasswords;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.TestDatabase;

@Tag("database")
class DbPsqlTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    /** A psql that tells how it was called. */
    private void psql(int status) throws IOException {
        Path psql = folder.resolve("psql");
        Files.writeString(psql, """
                #!/bin/sh
                echo "$PGHOST $PGPORT $PGDATABASE $PGUSER $PGPASSWORD ${PGSERVICE:-none}"
                for word in "$@"; do echo "<$word>"; done
                exit %d
                """.formatted(status));
        assertThat(psql.toFile().setExecutable(true)).isTrue();
    }

    private Process run(ConnectionSettings settings, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.minsheng.cli.Minsheng"));
        command.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("PATH", folder + ":/usr/bin:/bin");
        process.environment().put("MINSHENG_HOME", folder.toString());
        process.environment().put("MINSHENG_URL", "postgresql://" + settings.label());
        process.environment().put("PGPASSFILE", TestPasswords.file(settings).toString());
        process.environment().put("PGSERVICE", "somewhere else");
        return process.start();
    }

    @Test
    void goesWhereTheOtherCommandsGo() throws Exception {
        psql(0);
        ConnectionSettings settings = database.settings();

        Process process = run(settings, "db", "psql", "--", "-c", "SELECT 'a b'");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(settings.host() + " " + settings.port() + " " + settings.database() + " minsheng "
                        + settings.password() + " none\n<-c>\n<SELECT 'a b'>\n");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void endsAsPsqlEnds() throws Exception {
        psql(3);
        assertThat(run(database.settings(), "db", "psql").waitFor()).isEqualTo(ExitStatus.FAILED.code());
        psql(2);
        assertThat(run(database.settings(), "db", "psql").waitFor()).isEqualTo(ExitStatus.UNAVAILABLE.code());
    }

    @Test
    void saysHowToConnectWithoutPsql() {
        CliHarness.script()
                .database(database.settings())
                .with("PATH", folder.toString())
                .run("db", "psql")
                .exits(ExitStatus.FAILED)
                .saysSomeOf("error: There is no psql on the PATH.")
                .saysSomeOf("login minsheng");
    }
}
