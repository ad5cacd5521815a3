package org.minsheng.claim;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.CopyIn;
import org.minsheng.db.CopyOut;
import org.minsheng.db.Database;
import org.minsheng.db.Locks;
import org.minsheng.run.Audit;
import org.minsheng.run.Progress;

/**
 * Prices the lines of open claims anew after the catalogue has changed, or has come at last. Settled claims keep their
 * prices. One transaction; it holds the buckets of the claims that it touches.
 */
public final class RepriceService {
    private static final String JOB = "claim reprice";

    private final Database database;
    private final Progress progress;

    public RepriceService(Database database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    /**
     * What was priced anew.
     *
     * @param claims open claims whose prices were stale or missing
     * @param priced of these, claims that can be settled now
     * @param lines their lines
     */
    public record Report(long claims, long priced, long lines) {}

    /** Prices every open claim that waits for it. */
    public Report reprice() {
        try (Database reading = database.another();
                Locks.Held door = Locks.door(database.handle(), JOB)) {
            return database.handle().inTransaction(transaction -> {
                // Until this is committed the catalogue stays as it is read now.
                transaction.execute("SELECT changes FROM claim.catalogue_state FOR SHARE");
                lockBuckets(transaction);
                transaction.execute("""
                        CREATE TEMP TABLE repriced (year smallint, claim_id bigint, line_no integer,
                            catalogue_version text, class text, own bigint, over_limit bigint, self_first bigint,
                            in_scope bigint) ON COMMIT DROP""");
                long lines = priceLines(transaction, reading.handle());
                Report report = store(transaction, lines);
                new Audit(transaction)
                        .record(JOB, null, null, Map.of("claims", report.claims(), "lines", report.lines()));
                return report;
            });
        } finally {
            progress.finish();
        }
    }

    private static void lockBuckets(Handle transaction) {
        transaction
                .createQuery("SELECT DISTINCT bucket FROM claim.open_claim WHERE pricing <> 'priced' ORDER BY bucket")
                .mapTo(Integer.class)
                .list()
                .forEach(bucket -> Locks.bucket(transaction, bucket));
    }

    /** Reads on one connection, writes on the other: a connection cannot copy both ways at once. */
    private long priceLines(Handle writing, Handle reading) {
        Catalogue catalogue = Catalogue.read(writing);
        Map<Integer, Institution> institutions = Institution.byId(writing);
        progress.stage("claim.reprice", 0);
        String query = """
                SELECT line.year, line.claim_id, line.line_no, line.service_date, line.item_code, line.quantity,
                    line.unit_price, line.amount, open.institution_id
                FROM claim.open_claim open
                    JOIN claim.line ON line.year = open.year AND line.claim_id = open.claim_id
                WHERE open.pricing <> 'priced'""";
        try (CopyOut rows = CopyOut.query(reading.getConnection(), query);
                CopyIn priced = CopyIn.into(writing.getConnection(), "repriced")) {
            while (rows.nextRow()) {
                Optional<Catalogue.Version> version = catalogue.on(rows.date(3));
                priced.number(rows.number(0)).number(rows.number(1)).number(rows.number(2));
                if (version.isPresent()) {
                    int tier = institutions.get((int) rows.number(8)).tier();
                    write(priced, version.get(), tier, rows);
                } else {
                    priced.nil().nil().nil().nil().nil().nil();
                }
                priced.endRow();
                progress.advance(1);
            }
            return priced.finish();
        }
    }

    private static void write(CopyIn priced, Catalogue.Version version, int tier, CopyOut rows) {
        LinePrice price = LinePrice.of(
                version.items().get(rows.text(4)),
                tier,
                scaled(rows.text(5), LinePrice.QUANTITY_SCALE),
                scaled(rows.text(6), LinePrice.UNIT_PRICE_SCALE),
                rows.number(7));
        priced.text(version.version()).text(price.itemClass().name());
        priced.number(price.own())
                .number(price.overLimit())
                .number(price.selfFirst())
                .number(price.inScope());
    }

    private static long scaled(String decimal, int scale) {
        return new BigDecimal(decimal).movePointRight(scale).longValueExact();
    }

    private static Report store(Handle transaction, long lines) {
        transaction.execute("ANALYZE repriced");
        transaction.execute("""
                UPDATE claim.line SET catalogue_version = repriced.catalogue_version, class = repriced.class,
                    own = repriced.own, over_limit = repriced.over_limit, self_first = repriced.self_first,
                    in_scope = repriced.in_scope
                FROM repriced
                WHERE line.year = repriced.year AND line.claim_id = repriced.claim_id
                    AND line.line_no = repriced.line_no""");
        return transaction
                .createQuery("""
                        WITH day AS (
                            SELECT year, claim_id, service_date, sum(amount) AS billed, sum(line.own) AS own,
                                sum(line.over_limit) AS over_limit, sum(line.self_first) AS self_first,
                                sum(line.in_scope) AS in_scope, bool_or(line.class IS NULL) AS unpriced
                            FROM claim.line JOIN (SELECT DISTINCT year, claim_id FROM repriced) claims
                                USING (year, claim_id)
                            GROUP BY year, claim_id, service_date),
                        bill AS (
                            SELECT claim_id, bool_or(unpriced) AS unpriced,
                                string_agg(concat_ws(',', service_date, billed, own, over_limit, self_first, in_scope),
                                    ';' ORDER BY service_date) AS slices
                            FROM day GROUP BY claim_id),
                        updated AS (
                            UPDATE claim.open_claim open
                            SET slices = bill.slices,
                                pricing = CASE WHEN bill.unpriced THEN 'no_catalogue' ELSE 'priced' END
                            FROM bill
                            WHERE open.claim_id = bill.claim_id AND open.pricing <> 'priced'
                            RETURNING open.pricing)
                        SELECT count(*) AS claims, count(*) FILTER (WHERE pricing = 'priced') AS priced FROM updated""")
                .map((row, context) -> new Report(row.getLong("claims"), row.getLong("priced"), lines))
                .one();
    }
}
