package org.minsheng.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.cli.survival.Evidence.assertOneClearError;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.survival.CityDatabases.Step;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.TestPostgres;

/**
 * Kills commands and the server at random moments of a night's imports and settlement, and runs again: in the end
 * everything is as if nothing had happened. The moments are drawn evenly from the time in which the command works.
 */
@Tag("database")
class KillTest {
    /** So many kills must have met a command at its work. */
    private static final int HITS_WANTED = "15".equals(System.getProperty("minsheng.test.postgres")) ? 12 : 50;

    /** A kill that comes too late is one more; on a machine that grows faster and faster there is an end to it. */
    private static final int KILLS_MAX = 3 * HITS_WANTED;

    private static final int PEOPLE = 3_000;

    /** How a command is ended before its time. */
    private enum Weapon {
        KILL_COMMAND,
        TERMINATE_COMMAND,
        KILL_SERVER,
        RESTART_SERVER;

        static Weapon draw(Random random) {
            int percent = random.nextInt(100);
            return percent < 60
                    ? KILL_COMMAND
                    : percent < 80 ? TERMINATE_COMMAND : percent < 92 ? KILL_SERVER : RESTART_SERVER;
        }
    }

    @TempDir
    static Path folder;

    private static TestPostgres server;
    private static CityDatabases city;
    private static Evidence undisturbed;
    private static final Map<Step, Long> ROWS = new EnumMap<>(Step.class);
    private static final Map<Step, Duration> WORK = new EnumMap<>(Step.class);

    private final long seed = Long.getLong("minsheng.test.kill.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final KillTally tally = new KillTally(seed);

    @BeforeAll
    static void runUndisturbed() {
        server = TestPostgres.crashable();
        city = new CityDatabases(server, folder, PEOPLE);
        ConnectionSettings database = city.empty();
        for (Step step : Step.values()) {
            try (ChildCommand child = city.start(database, step)) {
                awaitWork(child, database, step);
                long began = System.nanoTime();
                assertThat(child.awaitEnd().exit()).isIn(0, ExitStatus.FINDINGS.code());
                WORK.put(step, Duration.ofNanos(System.nanoTime() - began));
            }
            if (!step.isSettle()) {
                try (Database loaded = Evidence.superuser(database)) {
                    ROWS.put(step, Evidence.count(loaded, step));
                }
            }
        }
        undisturbed = Evidence.of(database);
        Evidence.assertInOrder(database, folder.resolve("home"));
    }

    @AfterAll
    static void stopServer() {
        server.destroy();
    }

    @Test
    void losesNothingAndDoesNothingTwice(TestReporter reporter) throws IOException {
        while (tally.hits() < HITS_WANTED) {
            night();
            assertThat(tally.kills())
                    .as("%s: too few kills met their work", tally)
                    .isLessThan(KILLS_MAX);
        }
        reporter.publishEntry("kills", tally.toString());
        Files.writeString(
                Path.of("target/kill-test-" + System.getProperty("minsheng.test.postgres") + ".txt"), tally + "\n");
    }

    /** One night from the first import to the last settlement, each command killed a few times before it may end. */
    private void night() throws IOException {
        ConnectionSettings database = city.empty();
        for (Step step : Step.values()) {
            int kills = step.isSettle() ? 3 + random.nextInt(4) : 1 + random.nextInt(2);
            for (int kill = 0; kill < kills; kill++) {
                kill(database, step);
                Evidence.assertWhole(database, ROWS);
            }
            runToTheEnd(database, step);
        }
        assertThat(Evidence.of(database)).as("after the night of %s", tally).isEqualTo(undisturbed);
        Evidence.assertInOrder(database, folder.resolve("home"));
        assertNothingLeftOnTheDisk();
        assertThat(server.dropDatabase(database.database())).isEmpty();
    }

    private void kill(ConnectionSettings database, Step step) {
        Weapon weapon = Weapon.draw(random);
        try (ChildCommand child = city.start(database, step)) {
            if (!awaitWork(child, database, step) || child.endsWithin(moment(database, step))) {
                tally.tooLate(step);
                mayEnd(child.awaitEnd());
                return;
            }
            strike(weapon, child);
            CliResult result = child.awaitEnd();
            check(weapon, step, result);
        } finally {
            server.server().start();
        }
        tally.killed(weapon.name(), step, !isDone(database, step));
    }

    private void strike(Weapon weapon, ChildCommand child) {
        switch (weapon) {
            case KILL_COMMAND -> child.signal("KILL");
            case TERMINATE_COMMAND -> child.signal("TERM");
            case KILL_SERVER -> server.server().kill();
            case RESTART_SERVER -> server.server().stop();
        }
    }

    private void check(Weapon weapon, Step step, CliResult result) {
        boolean ended = result.exit() == 0 || result.exit() == ExitStatus.FINDINGS.code();
        switch (weapon) {
            case KILL_COMMAND -> assertThat(result.exit()).as("%s", tally).isIn(137, 0, 8);
            case TERMINATE_COMMAND -> {
                assertThat(result.exit()).as("%s %s", step, result.err()).isIn(ExitStatus.STOPPED.code(), 0, 8);
                assertThat(result.err()).doesNotContain("\tat ");
                // Nothing is said before the program itself hears of signals.
                if (!ended && !result.err().isEmpty()) {
                    assertOneClearError(result.err());
                }
            }
            case KILL_SERVER, RESTART_SERVER -> {
                if (!ended) {
                    result.exits(ExitStatus.UNAVAILABLE);
                    assertOneClearError(result.err());
                }
            }
        }
    }

    /** An evenly drawn moment of the time that the work should still take. */
    private Duration moment(ConnectionSettings database, Step step) {
        double part = random.nextDouble() * (step.isSettle() ? openPart(database) : 1);
        return Duration.ofNanos((long) (WORK.get(step).toNanos() * part));
    }

    private static double openPart(ConnectionSettings database) {
        try (Database asked = Evidence.superuser(database)) {
            return asked.handle()
                    .createQuery("SELECT (SELECT count(*) FROM claim.open_claim)::float8"
                            + " / (SELECT count(*) FROM claim.claim)")
                    .mapTo(Double.class)
                    .one();
        }
    }

    private void runToTheEnd(ConnectionSettings database, Step step) {
        long deadline = System.nanoTime() + ChildCommand.PATIENCE.toNanos();
        CliResult result = null;
        while (result == null || result.exit() == ExitStatus.BUSY.code()) {
            assertThat(System.nanoTime()).as("%s stays busy", step).isLessThan(deadline);
            result = ChildCommand.run(folder, database, city.words(step).toArray(new String[0]));
            tally.ranAgain(result.exit() == ExitStatus.BUSY.code());
        }
        mayEnd(result);
    }

    /** Well, or with findings; or busy, when the session of the command that was killed just now is not gone yet. */
    private static void mayEnd(CliResult result) {
        assertThat(result.exit())
                .as("%s%n%s", result.words(), result.err())
                .isIn(0, ExitStatus.FINDINGS.code(), ExitStatus.BUSY.code());
    }

    /** Whether a command has begun: it has a session, and one that settles a session for a worker too. */
    private static boolean works(Database onlooker, ConnectionSettings settings, Step step) {
        return onlooker.handle()
                .createQuery("SELECT count(*) >= :sessions FROM pg_stat_activity"
                        + " WHERE datname = :database AND usename = :login AND query <> ''")
                .bind("sessions", step.isSettle() ? 2 : 1)
                .bind("database", settings.database())
                .bind("login", settings.user())
                .mapTo(Boolean.class)
                .one();
    }

    /** Waits until a command works; false when it has ended before that was seen. */
    private static boolean awaitWork(ChildCommand child, ConnectionSettings settings, Step step) {
        try (Database onlooker = new Database(server.server().superuser())) {
            return child.awaits(() -> works(onlooker, settings, step));
        }
    }

    private static boolean isDone(ConnectionSettings settings, Step step) {
        try (Database asked = Evidence.superuser(settings)) {
            return asked.handle()
                    .createQuery("SELECT EXISTS (SELECT FROM run.run WHERE job = :job AND state = 'done')")
                    .bind("job", step.job())
                    .mapTo(Boolean.class)
                    .one();
        }
    }

    /** Commands that were killed leave no rows of persons in temporary files, and files of rejects are whole or hidden. */
    private static void assertNothingLeftOnTheDisk() throws IOException {
        assertThat(files("tmp"))
                .as("temporary files with rows")
                .noneMatch(file -> file.toFile().length() > 0);
        assertThat(files("rejects"))
                .as("names of files of rejects")
                .allMatch(file -> file.getFileName().toString().matches("\\.rejects-.*\\.part|[a-z-]+-[0-9]+\\.csv"));
    }

    private static List<Path> files(String place) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(place))) {
            return files.toList();
        }
    }
}
