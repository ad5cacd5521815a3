package org.minsheng.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.survival.CityDatabases.Step;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.TableDigests;

/**
 * What a database shows after a night: two nights over the same files show the same, whatever happened between.
 *
 * @param totals what {@code claim totals} prints, its sha256 included
 * @param tables digest of each table
 */
record Evidence(String totals, Map<String, String> tables) {
    /** How often something was begun may differ; how it ended is asserted of itself. */
    private static final Set<String> HISTORY = Set.of("run.run", "run.event", "run.audit_entry", "run.audit_seal");

    /** What must not be found; each with the statement that counts it. */
    private static final Map<String, String> RULES = Map.of(
            "runs that are not done",
            "SELECT count(*) FROM run.run WHERE state <> 'done'",
            "runs without one audit entry",
            """
            SELECT count(*) FROM (
                SELECT run.run_id FROM run.run LEFT JOIN run.audit_entry USING (run_id)
                GROUP BY run.run_id HAVING count(entry_id) <> 1) AS odd""",
            "lines without their claim",
            """
            SELECT count(*) FROM claim.line LEFT JOIN claim.claim USING (year, claim_id)
            WHERE claim.claim_id IS NULL""",
            "audit entries of a command whose run is not there",
            "SELECT count(*) FROM run.audit_entry WHERE run_id IS NULL AND action IN (SELECT job FROM run.run)");

    private static final String STAGED =
            "SELECT count(*) = 0 FROM pg_class WHERE relpersistence <> 'p' AND relkind = 'r'";

    static Evidence of(ConnectionSettings settings) {
        String totals = CliHarness.script()
                .database(settings)
                .runOnce("claim", "totals", "--year", "2025", "-o", "json")
                .exits(ExitStatus.OK)
                .out();
        try (Database database = superuser(settings)) {
            Map<String, String> tables = TableDigests.of(database.handle());
            HISTORY.forEach(tables::remove);
            return new Evidence(totals, tables);
        }
    }

    static Database superuser(ConnectionSettings settings) {
        return new Database(settings.withLogin("postgres", settings.password()));
    }

    /** The ledger has no stuck run, each run that ended is audited once, and the audit's chain is whole. */
    static void assertInOrder(ConnectionSettings settings, Path home) {
        try (Database database = superuser(settings)) {
            RULES.forEach((rule, query) -> assertThat(database.handle()
                            .createQuery(query)
                            .mapTo(Long.class)
                            .one())
                    .as(rule)
                    .isZero());
            awaitNothingStaged(database);
        }
        // Databases that were copied from one are one installation, each with an audit, and an anchor, of its own.
        CliHarness audit =
                CliHarness.script().home(home.resolve(settings.database())).database(settings);
        String verified = sealAndVerify(audit);
        long deadline = System.nanoTime() + ChildCommand.PATIENCE.toNanos();
        // The sealer waits for transactions of the whole server: other tests' too.
        while (!verified.contains("\"unsealed\":0")) {
            assertThat(System.nanoTime()).as(verified).isLessThan(deadline);
            verified = sealAndVerify(audit);
        }
    }

    private static String sealAndVerify(CliHarness audit) {
        audit.runOnce("audit", "seal").exits(ExitStatus.OK);
        return audit.runOnce("audit", "verify", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"intact\":true")
                .out();
    }

    /** Tables of sessions that were killed go with the session, or soon after the server is up again. */
    private static void awaitNothingStaged(Database database) {
        long deadline = System.nanoTime() + ChildCommand.PATIENCE.toNanos();
        while (!database.handle().createQuery(STAGED).mapTo(Boolean.class).one()) {
            assertThat(System.nanoTime())
                    .as("staged tables of sessions that are gone")
                    .isLessThan(deadline);
        }
    }

    /** Nothing half is to be seen at any moment: a load is there or not, a bucket is settled or open. */
    static void assertWhole(ConnectionSettings settings, Map<Step, Long> rowsOfLoads) {
        try (Database database = superuser(settings)) {
            rowsOfLoads.forEach((step, rows) ->
                    assertThat(count(database, step)).as("rows of %s", step).isIn(0L, rows));
            assertThat(database.handle().createQuery("""
                                    SELECT concat_ws(' ', settled.rows, marked.rows, settled.owed, transfers.owed,
                                        settled.rows + open.rows, claims.rows)
                                    FROM (SELECT count(*) AS rows, coalesce(sum(medfee_sumamt - psn_cash_pay
                                              - hosp_part_amt), 0) AS owed FROM claim.settlement) settled,
                                        (SELECT coalesce(sum((result ->> 'settled')::bigint
                                            + (result ->> 'not_covered')::bigint), 0) AS rows
                                         FROM run.checkpoint) marked,
                                        (SELECT coalesce(sum(amount), 0) AS owed FROM ledger.transfer) transfers,
                                        (SELECT count(*) AS rows FROM claim.open_claim) open,
                                        (SELECT count(*) AS rows FROM claim.claim) claims
                                    WHERE settled.rows <> marked.rows OR settled.owed <> transfers.owed
                                        OR settled.rows + open.rows <> claims.rows""").mapTo(String.class).list())
                    .as("settled, marked, owed, transferred, settled + open, claims")
                    .isEmpty();
        }
    }

    /** The rows that a load wrote. */
    static long count(Database database, Step step) {
        String query =
                switch (step) {
                    case PERSONS -> "SELECT count(*) FROM registry.person";
                    case ENROLMENTS -> "SELECT count(*) FROM registry.enrolment";
                    case ACCOUNTS -> "SELECT count(*) FROM ledger.account_entry WHERE kind <> 'claim'";
                    // Lines are committed just before their claims, and count from then on.
                    case CLAIMS ->
                        "SELECT (SELECT count(*) FROM claim.claim)"
                                + " + (SELECT count(*) FROM claim.claim JOIN claim.line USING (year, claim_id))";
                    case SETTLE -> "SELECT count(*) FROM claim.settlement";
                };
        return database.handle().createQuery(query).mapTo(Long.class).one();
    }

    /** An error in three lines or fewer, without a trace of the program. */
    static void assertOneClearError(String said) {
        assertThat(said).startsWith("error: ").doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(said.lines()).hasSizeLessThanOrEqualTo(3);
        assertThat(said.lines().filter(line -> line.startsWith("error: "))).hasSize(1);
    }
}
