package org.minsheng.bench;

import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.Database;

/**
 * One way through the main job on an empty database, ours and the bare means by turns.
 *
 * @param persons import of the persons
 * @param claims import of claims and lines
 * @param bareClaims claims, then lines, in one transaction
 * @param bareClaimsByTwo claims beside lines, on two connections
 * @param settle the year's claims, settled without a history
 * @param settleOnHistory as many claims again, settled on a year's history
 * @param engine the engine alone
 */
record CityRound(
        Measured persons,
        Measured barePersons,
        Measured claims,
        Measured bareClaims,
        Measured bareClaimsByTwo,
        Measured settle,
        Measured bareSettle,
        Measured settleOnHistory,
        Measured bareSettleOnHistory,
        Measured engine,
        Measured bareEngine) {
    private static final String DATABASE = "bench_round";
    private static final Measured NONE = new Measured(1, 0, 0);

    /** Runs a round; without the bare means, their figures are nought. */
    static CityRound run(BenchCity city, boolean withBare) {
        Runner runner = new Runner(city, withBare);
        try {
            return runner.run();
        } finally {
            city.home().dropDatabase(DATABASE);
        }
    }

    private static final class Runner {
        private final BenchCity city;
        private final BenchHome home;
        private final Worker worker;
        private final boolean withBare;
        private final String asOf;

        Runner(BenchCity city, boolean withBare) {
            this.city = city;
            this.home = city.home();
            this.worker = city.worker();
            this.withBare = withBare;
            this.asOf = city.year() + "-12-31";
        }

        CityRound run() {
            city.prepare(DATABASE);
            Measured persons = worker.run(Work.IMPORT, DATABASE, "person", city.file("persons.csv"));
            Measured barePersons = bareImport(Work.COPY_IN, "registry.person ORDER BY person_id");
            worker.run(Work.IMPORT, DATABASE, "enrolment", city.file("enrolments.csv"));
            worker.run(Work.IMPORT, DATABASE, "account", city.file("accounts.csv"));
            Measured claims =
                    worker.run(Work.IMPORT_CLAIMS, DATABASE, city.file("claims.csv"), city.file("claim-lines.csv"));
            String[] bills = {"claim.claim ORDER BY claim_id", "claim.line ORDER BY claim_id, line_no"};
            Measured bareClaims = bareImport(Work.COPY_IN, bills);
            Measured bareClaimsByTwo = bareImport(Work.COPY_IN_BY_TWO, bills);
            keepOpenClaims();
            Measured engine = perSecond(Work.ENGINE);
            Measured bareEngine = withBare ? perSecond(Work.ENGINE_BARE) : NONE;
            Measured read = bareRead();
            Measured settle = worker.run(Work.SETTLE, DATABASE, asOf);
            Measured bareSettle = withBare ? read.then(bareWrite()) : NONE;
            openAgain();
            Measured readAgain = bareRead();
            Measured again = worker.run(Work.SETTLE, DATABASE, asOf);
            Measured bareAgain = withBare ? readAgain.then(bareWrite()) : NONE;
            return new CityRound(
                    persons,
                    barePersons,
                    claims,
                    bareClaims,
                    bareClaimsByTwo,
                    settle,
                    bareSettle,
                    again,
                    bareAgain,
                    engine,
                    bareEngine);
        }

        /** COPY of what our import wrote, as text, into twins of its tables. */
        private Measured bareImport(Work copy, String... tablesInOrder) {
            if (!withBare) {
                return NONE;
            }
            String[] arguments = new String[2 * tablesInOrder.length];
            Path folder = home.folder("bare");
            try (Database superuser = home.openAsSuperuser(DATABASE)) {
                for (int i = 0; i < tablesInOrder.length; i++) {
                    String table = tablesInOrder[i].substring(0, tablesInOrder[i].indexOf(' '));
                    Path file = folder.resolve(table + ".text");
                    BareCopy.toFile(superuser, "SELECT * FROM " + tablesInOrder[i], file);
                    arguments[2 * i] = Twin.make(superuser.handle(), table, city.year());
                    arguments[2 * i + 1] = file.toString();
                }
            }
            Measured measured = worker.run(copy, DATABASE, arguments);
            dropTwins();
            return measured;
        }

        /** A work that measures itself: what it returns is of one second. */
        private Measured perSecond(Work work) {
            Measured measured = worker.run(work, DATABASE);
            return new Measured(1, measured.rows(), measured.peakBytes());
        }

        private Measured bareRead() {
            return withBare ? worker.run(Work.COPY_OUT_BY_TWO, DATABASE) : NONE;
        }

        /** COPY of the settlements that a settle wrote, half of the buckets on each of two connections. */
        private Measured bareWrite() {
            Path folder = home.folder("bare");
            String twin;
            Path[] halves = {folder.resolve("lower.text"), folder.resolve("upper.text")};
            try (Database superuser = home.openAsSuperuser(DATABASE)) {
                String rows = "SELECT * FROM claim.settlement WHERE run_id = (SELECT max(run_id) FROM run.run)"
                        + " AND bucket BETWEEN %d AND %d ORDER BY bucket, claim_id";
                BareCopy.toFile(superuser, rows.formatted(0, 127), halves[0]);
                BareCopy.toFile(superuser, rows.formatted(128, 255), halves[1]);
                twin = Twin.make(superuser.handle(), "claim.settlement", city.year());
            }
            Measured measured =
                    worker.run(Work.COPY_IN_BY_TWO, DATABASE, twin, halves[0].toString(), twin, halves[1].toString());
            dropTwins();
            return measured;
        }

        private void dropTwins() {
            try (Database superuser = home.openAsSuperuser(DATABASE)) {
                superuser.handle().execute("DROP SCHEMA bare CASCADE");
            }
            BenchHome.delete(home.folder("bare"));
        }

        private void keepOpenClaims() {
            try (Database superuser = home.openAsSuperuser(DATABASE)) {
                superuser.handle().execute("CREATE TABLE kept_open_claim AS TABLE claim.open_claim");
            }
        }

        /** Every claim once more under another number: settled on the history of the first. */
        private void openAgain() {
            try (Database superuser = home.openAsSuperuser(DATABASE)) {
                Handle handle = superuser.handle();
                handle.execute("UPDATE kept_open_claim SET claim_no = claim_no || '-2',"
                        + " claim_id = claim_id + (SELECT max(claim_id) FROM claim.settlement)");
                handle.execute("INSERT INTO claim.open_claim"
                        + " SELECT * FROM kept_open_claim ORDER BY bucket, person_id, claim_id");
                handle.execute("VACUUM ANALYZE claim.open_claim, claim.settlement, ledger.account_entry");
            }
        }
    }
}
