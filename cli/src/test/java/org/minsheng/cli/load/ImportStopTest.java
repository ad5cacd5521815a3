package org.minsheng.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.cli.Minsheng;
import org.minsheng.cli.TestPasswords;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;

/** Ctrl-C and SIGTERM while a load runs in a process of its own: it leaves nothing behind, at once. */
@Tag("database")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ImportStopTest {
    private static final String PERSONS = "resident_id,name,sex,birth_date,division_code\n" + NightFiles.WANG
            + ",王芳,female,1949-12-31,370202\n" + NightFiles.WANG + ",王芳,female,1949-12-31,370202\n";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private Path temporary;
    private Path work;

    @BeforeEach
    void makeFolders() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        work = Files.createDirectory(folder.resolve("work"));
    }

    private Process start(String... words) throws IOException {
        ConnectionSettings settings = database.settings();
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Minsheng.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("MINSHENG_HOME", folder.resolve("home").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("MINSHENG_URL", "postgresql://" + settings.label());
        builder.environment().put("PGPASSFILE", TestPasswords.file(settings).toString());
        return builder.start();
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static long count(String query) {
        return database.handle().createQuery(query).mapTo(Long.class).one();
    }

    /** Waits until another session of this database waits for a lock on the table of persons. */
    private static void awaitTheLoadAtTheTable(Process load) {
        String waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'registry.person'::regclass";
        while (count(waiting) == 0) {
            assertThat(load.isAlive()).isTrue();
        }
    }

    private void assertNothingIsLeft(long runs) throws IOException {
        assertThat(count("SELECT count(*) FROM registry.person")).isZero();
        assertThat(count("SELECT count(*) FROM run.run")).isEqualTo(runs);
        for (Path place : List.of(temporary, work)) {
            try (Stream<Path> files = Files.walk(place)) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void breaksOffAStatementThatWaits(String signal, int exit) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("persons.csv"), PERSONS);
        long runs = count("SELECT count(*) FROM run.run");
        try (Database other = new Database(database.settings())) {
            other.handle().begin();
            other.handle().execute("LOCK TABLE registry.person IN ACCESS EXCLUSIVE MODE");
            Process load = start("person", "import", file.toString());
            awaitTheLoadAtTheTable(load);
            signal(load, signal);

            assertThat(load.waitFor()).isEqualTo(exit);
            other.handle().rollback();
        }
        assertThat(Files.readString(folder.resolve("err")))
                .isEqualTo("error: The load was interrupted; nothing was written.\nhint: run the same command again\n");
        assertNothingIsLeft(runs);
    }

    @Test
    void stopsWhileItWaitsForTheStandardInput() throws IOException, InterruptedException {
        long runs = count("SELECT count(*) FROM run.run");
        Process load = start("person", "import", "-");
        try (OutputStream input = load.getOutputStream()) {
            input.write(PERSONS.getBytes(StandardCharsets.UTF_8));
            input.flush();
            while (!hasASpool()) {
                assertThat(load.isAlive()).isTrue();
            }
            signal(load, "TERM");
            assertThat(load.waitFor()).isEqualTo(143);
        }
        assertNothingIsLeft(runs);
    }

    private boolean hasASpool() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.anyMatch(
                    file -> file.toString().endsWith(".in") && file.toFile().length() > 0);
        }
    }
}
