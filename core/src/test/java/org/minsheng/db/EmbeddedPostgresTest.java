package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.base.ProblemException;

/** On the programs that come with us only, so not among the tests that run on each version. */
class EmbeddedPostgresTest {
    @TempDir
    private Path home;

    @AfterEach
    void stop() {
        new EmbeddedPostgres(home).stop();
    }

    @Test
    void isNeverMadeByLooking() {
        EmbeddedPostgres embedded = new EmbeddedPostgres(home);

        assertThat(embedded.exists()).isFalse();
        assertThat(embedded.isRunning()).isFalse();
        assertThatThrownBy(embedded::settings).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(DbProblem.EMBEDDED_MISSING));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void startsOnceHoweverOftenAndSurvivesAKill() throws Exception {
        Process first = startInAnotherProcess();
        Process second = startInAnotherProcess();
        String firstSaid = outputOf(first);
        String secondSaid = outputOf(second);

        assertThat(firstSaid).matches("started \\d+ \\d+\n").isEqualTo(secondSaid);

        // Both commands have ended, the server lives on.
        EmbeddedPostgres embedded = new EmbeddedPostgres(home);
        assertThat(embedded.isRunning()).isTrue();
        keepsItsSecrets(embedded);
        loginIsNoSuperuser(embedded);

        long crashed = embedded.pid().orElseThrow();
        new ProcessBuilder("sh", "-c", "kill -9 " + crashed).start().waitFor();
        ConnectionSettings settings = embedded.start();
        assertThat(embedded.pid()).hasValueSatisfying(pid -> assertThat(pid).isNotEqualTo(crashed));
        try (Database database = new Database(settings)) {
            assertThat(Migrations.version(database.handle())).isEmpty();
        }

        embedded.stop();
        assertThat(embedded.pid()).isEmpty();
        assertThat(embedded.exists()).isTrue();
    }

    private static void keepsItsSecrets(EmbeddedPostgres embedded) throws IOException {
        for (String secret : new String[] {"minsheng.password", "superuser.password"}) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(embedded.folder().resolve(secret))))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(embedded.log()))
                .doesNotContain(embedded.settings().password());
    }

    private static void loginIsNoSuperuser(EmbeddedPostgres embedded) {
        try (Database database = new Database(embedded.settings())) {
            assertThat(database.handle()
                            .createQuery("SELECT current_setting('is_superuser') || ' '"
                                    + " || pg_has_role('minsheng_admin', 'USAGE') || ' '"
                                    + " || pg_has_role('minsheng_owner', 'MEMBER')")
                            .mapTo(String.class)
                            .one())
                    .isEqualTo("off true false");
        }
    }

    private Process startInAnotherProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String outputOf(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A command that starts the server and ends. */
    static final class Starter {
        private Starter() {}

        public static void main(String[] arguments) {
            EmbeddedPostgres embedded = new EmbeddedPostgres(Path.of(arguments[0]));
            ConnectionSettings settings = embedded.start();
            System.out.println("started " + embedded.pid().orElseThrow() + " " + settings.port());
        }
    }
}
