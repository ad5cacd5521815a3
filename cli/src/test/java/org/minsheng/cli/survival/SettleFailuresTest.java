package org.minsheng.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.minsheng.cli.survival.Evidence.assertOneClearError;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.survival.CityDatabases.Step;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.TestPostgres;

/** Ways in which a database fails a settlement: one clear error, nothing half, and the next run ends it. */
@Tag("database")
class SettleFailuresTest {
    private final CityDatabases city = CityDatabases.shared();
    private ConnectionSettings database;

    @AfterEach
    void dropDatabase() {
        city.drop(database);
    }

    @Test
    void tellsOfALostConnection() {
        database = city.loaded();
        try (FrozenBuckets frozen = new FrozenBuckets(database);
                ChildCommand settling = city.start(database, Step.SETTLE)) {
            frozen.awaitWorkersOf(settling);
            frozen.cutSessions();

            assertFails(settling.awaitEnd(), ExitStatus.UNAVAILABLE, "The connection to the database was lost.");
        }
        assertSettlesInTheEnd();
    }

    @Test
    void tellsOfAReadOnlyDatabase() {
        database = city.loaded();
        alter("SET default_transaction_read_only = on");

        assertFails(settle(database), ExitStatus.CONFLICT, "The database takes no writes.");
        alter("RESET default_transaction_read_only");
        assertSettlesInTheEnd();
    }

    @Test
    void tellsOfAServerThatTakesNoConnection() {
        database = city.loaded();
        alter("CONNECTION LIMIT 0");

        assertFails(settle(database), ExitStatus.UNAVAILABLE, "cannot be reached");
        alter("CONNECTION LIMIT 1");
        assertFails(settle(database), ExitStatus.UNAVAILABLE, "cannot be reached");
        alter("CONNECTION LIMIT -1");
        assertSettlesInTheEnd();
    }

    @Test
    void tellsOfALockThatAnotherSessionKeeps() throws IOException {
        database = city.loaded();
        try (FrozenBuckets kept = new FrozenBuckets(database);
                ServerProxy impatient = new ServerProxy(database, "01s");
                ChildCommand settling = city.start(impatient.settings(), Step.SETTLE)) {
            assertFails(settling.awaitEnd(), ExitStatus.BUSY, "Another session held a lock for too long.");
        }
        assertSettlesInTheEnd();
    }

    /** A tablespace of a few megabytes; only root can make one. */
    @Test
    void tellsOfAFullDisk(@TempDir Path small) throws IOException {
        database = city.loaded();
        assumeThat(mounted(small)).as("root may mount a small disk").isTrue();
        try {
            TestPostgres server = TestPostgres.shared();
            execute("CREATE TABLESPACE small LOCATION '" + Files.createDirectory(small.resolve("space")) + "'");
            ConnectionSettings onSmallDisk = server.copyOf(city.loadedOriginal(), "small");
            Path ballast = small.resolve("ballast");
            fill(ballast);

            assertFails(settle(onSmallDisk), ExitStatus.FAILED, "The disk of the database server is full.");
            Files.delete(ballast);
            ConnectionSettings aside = database;
            database = onSmallDisk;
            assertSettlesInTheEnd();
            city.drop(onSmallDisk);
            database = aside;
            execute("DROP TABLESPACE small");
        } finally {
            command("umount", "--lazy", small.toString());
        }
    }

    private void assertFails(CliResult result, ExitStatus status, String sentence) {
        result.exits(status).printsNothing().saysSomeOf(sentence);
        assertOneClearError(result.err());
        Evidence.assertWhole(database, Map.of());
    }

    private void assertSettlesInTheEnd() {
        CliResult result = settle(database);
        assertThat(result.exit()).as(result.err()).isIn(ExitStatus.OK.code(), ExitStatus.FINDINGS.code());
        assertThat(Evidence.of(database)).isEqualTo(city.settled());
        Evidence.assertInOrder(database, city.folder().resolve("home"));
    }

    private CliResult settle(ConnectionSettings settings) {
        return ChildCommand.run(city.folder(), settings, city.words(Step.SETTLE).toArray(new String[0]));
    }

    private void alter(String change) {
        execute("ALTER DATABASE " + database.database() + " " + change);
    }

    private static void execute(String statement) {
        try (Database postgres = new Database(TestPostgres.shared().server().superuser())) {
            postgres.handle().execute(statement);
        }
    }

    private static boolean mounted(Path folder) throws IOException {
        return command("mount", "-t", "tmpfs", "-o", "size=64m,mode=0755", "tmpfs", folder.toString());
    }

    private static boolean command(String... words) throws IOException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Writes until nothing more fits, and leaves a little for the first buckets. */
    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (ballast.toFile().getUsableSpace() > 3L * block.length) {
                out.write(block);
            }
        }
    }
}
