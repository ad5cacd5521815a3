package org.minsheng.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.db.TestPostgres;

/** Ctrl-C and SIGTERM while a load runs in a process of its own: it leaves nothing half behind, at once. */
@Tag("database")
class ImportStopTest {
    private static final String PERSON = "11010519491231002X,王芳,female,1949-12-31,370202\n";
    private static final String PERSONS = "resident_id,name,sex,birth_date,division_code\n" + PERSON + PERSON;

    /** More than a pipe holds: whoever could write it knows that the other side reads. */
    private static final int INPUT_BYTES = 1 << 20;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private static long count(Database database, String query) {
        return database.handle().createQuery(query).mapTo(Long.class).one();
    }

    private static long runs() {
        return count(database.database(), "SELECT count(*) FROM run.run");
    }

    /** Waits until the child waits for a lock on a table that this session keeps. */
    private static void awaitAtTable(ChildCommand load, Database database, String table) {
        String waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = '" + table + "'::regclass";
        assertThat(load.awaits(() -> count(database, waiting) > 0)).isTrue();
    }

    private void assertNothingIsLeft(long runs) throws IOException {
        assertThat(count(database.database(), "SELECT count(*) FROM registry.person"))
                .isZero();
        assertThat(runs()).isEqualTo(runs);
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.matches("(out|err)-\\d+|tmp|home|persons[.]csv"));
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void breaksOffAStatementThatWaits(String signal, int exit) throws IOException {
        Path file = Files.writeString(folder.resolve("persons.csv"), PERSONS);
        long runs = runs();
        try (Database other = new Database(database.settings());
                ChildCommand load =
                        ChildCommand.start(folder, database.settings(), "person", "import", file.toString())) {
            other.handle().begin();
            other.handle().execute("LOCK TABLE registry.person IN ACCESS EXCLUSIVE MODE");
            awaitAtTable(load, database.database(), "registry.person");
            load.signal(signal);

            CliResult stopped = load.awaitEnd();
            assertThat(stopped.exit()).isEqualTo(exit);
            assertThat(stopped.err()).isEqualTo("""
                            error: The load was interrupted; nothing was written.
                            hint: run the same command again
                            """);
            other.handle().rollback();
        }
        assertNothingIsLeft(runs);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "KILL, 137"})
    void leavesNothingOfTheStandardInputHoweverItEnds(String signal, int exit) throws IOException {
        long runs = runs();
        try (ChildCommand load = ChildCommand.reading(folder, database.settings(), "person", "import", "-");
                OutputStream input = load.input()) {
            input.write(PERSON.repeat(INPUT_BYTES / PERSON.length()).getBytes(StandardCharsets.UTF_8));
            input.flush();
            load.signal(signal);

            assertThat(load.awaitEnd().exit()).isEqualTo(exit);
        }
        assertNothingIsLeft(runs);
    }

    @Test
    void stopsInTheMiddleOfACityAndGoesOnFromThere() {
        CliHarness.script()
                .runOnce("demo", "generate", "--people", "200", "--out", folder.resolve("city") + "")
                .exits(ExitStatus.OK);
        String[] words = {"demo", "load", folder.resolve("city").toString()};
        ConnectionSettings own = TestPostgres.shared().createDatabase();
        try (Database other = new Database(own);
                Database asking = other.another()) {
            other.handle().begin();
            other.handle().execute("LOCK TABLE registry.employment IN ACCESS EXCLUSIVE MODE");
            try (ChildCommand load = ChildCommand.start(folder, own, words)) {
                awaitAtTable(load, asking, "registry.employment");
                load.signal("INT");

                CliResult stopped = load.awaitEnd();
                assertThat(stopped.exit()).isEqualTo(ExitStatus.INTERRUPTED.code());
                assertThat(stopped.err())
                        .startsWith("error: The load of the city was interrupted; 4 of its 9 files are loaded:"
                                + " institutions.csv, companies.csv, catalogue.csv, persons.csv\n")
                        .contains("hint: run the same command again");
            }
            other.handle().rollback();
            List<String> loaded =
                    ChildCommand.run(folder, own, words).out().lines().toList();
            assertThat(loaded).hasSize(10);
            assertThat(count(asking, "SELECT count(*) FROM load.load")).isEqualTo(9);
        } finally {
            assertThat(TestPostgres.shared().dropDatabase(own.database())).isEmpty();
        }
    }
}
