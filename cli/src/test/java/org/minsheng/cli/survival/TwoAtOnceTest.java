package org.minsheng.cli.survival;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.cli.survival.Evidence.assertOneClearError;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.survival.CityDatabases.Step;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.TableDigests;

/** Two commands at once, in processes of their own: one works, the other leaves or waits, and nothing is written twice. */
@Tag("database")
class TwoAtOnceTest {
    /** So many buckets are done when a run is taken over. */
    private static final int BUCKETS_DONE = 20;

    private final CityDatabases city = CityDatabases.shared();
    private ConnectionSettings database = city.loaded();

    @AfterEach
    void dropDatabase() {
        city.drop(database);
    }

    @Test
    void turnsTheSecondSettlementAwayAndLetsTheFirstGoOn() {
        try (FrozenBuckets frozen = new FrozenBuckets(database);
                ChildCommand first = city.start(database, Step.SETTLE)) {
            frozen.awaitWorkersOf(first);
            Map<String, String> before = digests();

            CliResult second = run(Step.SETTLE);

            second.exits(ExitStatus.BUSY).printsNothing().saysSomeOf("The job claim settle is running already.");
            assertOneClearError(second.err());
            assertThat(digests()).isEqualTo(before);
            frozen.close();
            assertEnded(first.awaitEnd());
        }
        assertThat(Evidence.of(database)).isEqualTo(city.settled());
        assertThat(runs(Step.SETTLE)).isEqualTo(1);
    }

    @Test
    void turnsTheSecondImportOfClaimsAwayAndLetsTheFirstGoOn() throws IOException {
        try (Database holder = Evidence.superuser(database)) {
            holder.handle().begin();
            holder.handle().execute("LOCK TABLE claim.claim IN SHARE MODE");
            try (ChildCommand first = startMoreClaims()) {
                first.awaits(() -> FrozenBuckets.waiting(holder, database) > 0);
                Map<String, String> before = digests();

                CliResult second = ChildCommand.run(city.folder(), database, moreClaims());

                second.exits(ExitStatus.BUSY).printsNothing().saysSomeOf("The job claim import is running already.");
                assertOneClearError(second.err());
                assertThat(digests()).isEqualTo(before);
                holder.handle().rollback();
                assertEnded(first.awaitEnd());
            }
        }
        assertThat(runs(Step.CLAIMS)).isEqualTo(2);
        assertThat(city.settled()).isNotEqualTo(Evidence.of(database));
    }

    /** What a load brings while a run settles is the next run's, as if it had come after it. */
    @Test
    void settlesWhatWasThereWhenClaimsAreImportedMeanwhile() throws IOException {
        ConnectionSettings other = city.loaded();
        for (String[] words : List.of(words(Step.SETTLE), moreClaims(), words(Step.SETTLE))) {
            assertEnded(ChildCommand.run(city.folder(), other, words));
        }
        Evidence oneAfterTheOther = Evidence.of(other);
        city.drop(other);

        try (Database holder = Evidence.superuser(database)) {
            holder.handle().begin();
            holder.handle().execute("LOCK TABLE claim.claim IN SHARE MODE");
            try (ChildCommand load = startMoreClaims()) {
                load.awaits(() -> FrozenBuckets.waiting(holder, database) > 0);
                assertEnded(run(Step.SETTLE));
                assertThat(Evidence.of(database).totals())
                        .isEqualTo(city.settled().totals());
                holder.handle().rollback();
                assertEnded(load.awaitEnd());
            }
        }
        assertEnded(run(Step.SETTLE));
        assertThat(Evidence.of(database)).isEqualTo(oneAfterTheOther);
    }

    /**
     * The first process is stopped while its workers are between two buckets, and loses its door; the run is resumed and
     * ended elsewhere; then the first goes on.
     */
    @Test
    void failsAtTheFenceWhereARunWasResumedElsewhere() throws IOException {
        try (ServerProxy proxy = new ServerProxy(database, "60s");
                ChildCommand stale = city.start(proxy.settings(), Step.SETTLE)) {
            stale.awaits(() -> count("SELECT count(*) FROM run.checkpoint") >= BUCKETS_DONE);
            proxy.hold();
            stale.awaits(() -> proxy.held() == 2);
            stale.signal("STOP");
            loseTheDoor();

            assertEnded(run(Step.SETTLE));
            assertThat(Evidence.of(database)).isEqualTo(city.settled());
            Map<String, String> before = digests();
            stale.signal("CONT");
            proxy.release();
            CliResult result = stale.awaitEnd();

            result.exits(ExitStatus.CONFLICT).printsNothing().saysSomeOf("was ended or resumed elsewhere");
            assertOneClearError(result.err());
            assertThat(digests()).isEqualTo(before);
        }
        assertThat(Evidence.of(database)).isEqualTo(city.settled());
        assertThat(runs(Step.SETTLE)).isEqualTo(1);
        assertThat(count("SELECT max(attempt) FROM run.run")).isEqualTo(2);
        Evidence.assertInOrder(database, city.folder().resolve("home"));
    }

    private void loseTheDoor() {
        assertThat(count("""
                        SELECT count(*) FILTER (WHERE pg_terminate_backend(pid, 10000)) FROM pg_locks
                        WHERE locktype = 'advisory' AND objsubid = 2
                            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""")).isEqualTo(1);
    }

    private CliResult run(Step step) {
        return ChildCommand.run(city.folder(), database, words(step));
    }

    private String[] words(Step step) {
        return city.words(step).toArray(new String[0]);
    }

    private ChildCommand startMoreClaims() throws IOException {
        return ChildCommand.start(city.folder(), database, moreClaims());
    }

    /** A second bill for the treatments of the first bills. */
    private String[] moreClaims() throws IOException {
        Path claims = again("claims.csv");
        Path lines = again("claim-lines.csv");
        return new String[] {"claim", "import", claims.toString(), "--lines", lines.toString()};
    }

    /** Bytes stay as they are: some of a city's bad rows are no text. */
    private Path again(String name) throws IOException {
        Path copy = city.folder().resolve("more-" + name);
        try (Stream<String> all = Files.lines(city.folder().resolve("city/" + name), ISO_8859_1)) {
            Files.write(
                    copy,
                    all.filter(line -> line.startsWith("institution_code,") || line.contains(",C2025-00000"))
                            .map(line -> line.replace(",C2025-", ",D2025-"))
                            .toList(),
                    ISO_8859_1);
        }
        return copy;
    }

    private Map<String, String> digests() {
        try (Database asked = Evidence.superuser(database)) {
            return TableDigests.of(asked.handle());
        }
    }

    private long runs(Step step) {
        return count("SELECT count(*) FROM run.run WHERE state = 'done' AND job = '" + step.job() + "'");
    }

    private long count(String query) {
        try (Database asked = Evidence.superuser(database)) {
            return asked.handle().createQuery(query).mapTo(Long.class).one();
        }
    }

    private static void assertEnded(CliResult result) {
        assertThat(result.exit())
                .as("%s%n%s", result.words(), result.err())
                .isIn(ExitStatus.OK.code(), ExitStatus.FINDINGS.code());
    }
}
