package org.minsheng.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.cli.survival.Evidence.assertOneClearError;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.minsheng.cli.CliHarness;
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
    void saysHowToGoOnWhenItIsStopped() throws IOException {
        database = city.loaded();
        try (FrozenBuckets frozen = new FrozenBuckets(database);
                ChildCommand settling = city.start(database, Step.SETTLE)) {
            frozen.awaitWorkersOf(settling);
            settling.signal("TERM");
            frozen.close();

            CliResult stopped = settling.awaitEnd().exits(ExitStatus.STOPPED).printsNothing();
            assertOneClearError(stopped.err());
            assertThat(stopped.err())
                    .contains(" stopped at a safe point, as it was told to: ")
                    .contains("hint: minsheng claim settle --as-of 2025-12-31 goes on with it");
        }
        assertThat(log()).containsSubsequence(",begun,", ",stopped,stopped at a safe point,");
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
        assertThat(log())
                .containsSubsequence(",begun,begun,", ",failed,failed: Another session held a lock for too long.,");
        assertSettlesInTheEnd();
        assertThat(log()).containsSubsequence(",failed,failed: ", ",resumed,\"taken up, attempt 2\",", ",done,done,");
    }

    /** What happened in the run that settled last. */
    private String log() {
        CliHarness script = CliHarness.script().database(database);
        String latest = script.runOnce("run", "list", "--job", "claim settle", "--limit", "1", "-o", "ndjson")
                .out();
        String number = latest.replaceFirst("(?s)\\{\"run\":(\\d+),.*", "$1");
        return script.runOnce("run", "log", number, "-o", "csv")
                .exits(ExitStatus.OK)
                .out();
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
}
