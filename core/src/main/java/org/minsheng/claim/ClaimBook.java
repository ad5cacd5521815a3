package org.minsheng.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.minsheng.base.Masked;
import org.minsheng.base.Problem;
import org.minsheng.db.Cursors;

/** Finds and shows claims. */
public final class ClaimBook {
    private static final String SELECT = """
            SELECT claim.claim_id, claim.claim_no, institution.institution_code, institution.name AS institution_name,
                institution.tier, person.name AS person_name, person.resident_id, claim.scheme, claim.treatment,
                claim.started_on, claim.ended_on, claim.referral, claim.diagnosis, claim.billed,
                CASE WHEN hold.claim_id IS NOT NULL THEN 'held' ELSE coalesce(latest.outcome, 'open') END AS state,
                hold.rule AS held_for, hold.facts AS held_facts
            FROM claim.claim
                JOIN registry.pub_institution institution USING (institution_id)
                JOIN registry.pub_person person ON person.person_id = claim.person_id
                LEFT JOIN claim.hold ON hold.claim_id = claim.claim_id
                LEFT JOIN LATERAL (
                    SELECT CASE settlement_no % 2 WHEN 1 THEN outcome ELSE 'open' END AS outcome
                    FROM claim.settlement
                    WHERE settlement.bucket = claim.bucket AND settlement.person_id = claim.person_id
                        AND settlement.claim_id = claim.claim_id AND settlement.year = claim.year
                    ORDER BY settlement_no DESC LIMIT 1) latest ON true
            """;

    private final Handle handle;

    public ClaimBook(Handle handle) {
        this.handle = handle;
    }

    /**
     * What has not been settled.
     *
     * @param open claims that wait, the held ones among them
     * @param held claims that could not be decided
     */
    public record Waiting(long open, long held) {}

    /** How many claims wait. */
    public Waiting waiting() {
        return handle.createQuery("SELECT (SELECT count(*) FROM claim.open_claim) AS open,"
                        + " (SELECT count(*) FROM claim.hold) AS held")
                .map((row, context) -> new Waiting(row.getLong("open"), row.getLong("held")))
                .one();
    }

    /** How many open claims ended after a day, and so wait for theirs. */
    public long endedAfter(LocalDate day) {
        return handle.createQuery("SELECT count(*) FROM claim.open_claim WHERE ended_on > :day")
                .bind("day", day)
                .mapTo(Long.class)
                .one();
    }

    /**
     * The claim of a number.
     *
     * @param institutionCode narrows the search where several institutions have the number; may be null
     * @throws org.minsheng.base.ProblemException {@code claim.not-found}, {@code claim.ambiguous}
     */
    public ClaimRecord show(String claimNo, String institutionCode) {
        List<ClaimRecord> found = handle.createQuery(SELECT
                        + " WHERE claim.claim_no = :claimNo"
                        + " AND (CAST(:institution AS text) IS NULL OR institution.institution_code = :institution)")
                .bind("claimNo", claimNo)
                .bind("institution", institutionCode)
                .map(ClaimBook::read)
                .list();
        if (found.isEmpty()) {
            throw Problem.of(ClaimProblem.CLAIM_NOT_FOUND)
                    .with("claim", claimNo)
                    .asException();
        }
        if (found.size() > 1) {
            throw Problem.of(ClaimProblem.CLAIM_AMBIGUOUS)
                    .with("claim", claimNo)
                    .with("institutions", String.join(", ", codes(found)))
                    .asException();
        }
        return found.get(0);
    }

    /** The claims of a filter, latest end of treatment first. The stream must be closed. */
    public Stream<ClaimRecord> list(ClaimFilter filter) {
        Query query = handle.createQuery("SELECT * FROM (" + SELECT + """
                        WHERE (CAST(:resident AS text) IS NULL OR claim.person_id IN (
                                SELECT person_id FROM registry.pub_person_number WHERE resident_id = :resident))
                            AND (CAST(:institution AS text) IS NULL OR institution.institution_code = :institution)
                            AND (CAST(:treatment AS text) IS NULL OR claim.treatment = :treatment)
                            AND (CAST(:from AS date) IS NULL OR claim.ended_on >= :from)
                            AND (CAST(:to AS date) IS NULL OR claim.ended_on <= :to)) listed
                        WHERE (CAST(:state AS text) IS NULL OR state = :state)
                        ORDER BY ended_on DESC, institution_code, claim_no LIMIT :limit""")
                .bind("resident", filter.residentId())
                .bind("institution", filter.institutionCode())
                .bind("treatment", filter.treatment())
                .bind("state", filter.state())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("limit", filter.limit());
        return Cursors.rows(handle, query, ClaimBook::read);
    }

    /** The settlement in force of a claim; empty when there is none or it was reversed. */
    public Optional<StoredSettlement> settlement(ClaimRecord claim) {
        return StoredSettlement.inForce(handle, claim);
    }

    /** The lines of a claim in the order of the bill. */
    public List<ClaimLine> lines(ClaimRecord claim) {
        return handle.createQuery("""
                        SELECT line.*, item.name AS item_name,
                            CASE :tier WHEN 1 THEN item.price_limit_1 WHEN 2 THEN item.price_limit_2
                                ELSE item.price_limit_3 END AS price_limit,
                            CASE WHEN line.class = 'B'
                                THEN coalesce(item.self_first, version.class_b_self_first)
                                ELSE coalesce(item.self_first, 0) END AS self_first_ratio
                        FROM claim.line
                            LEFT JOIN claim.catalogue_item item
                                ON item.version = line.catalogue_version AND item.item_code = line.item_code
                            LEFT JOIN claim.catalogue_version version ON version.version = line.catalogue_version
                        WHERE line.year = :year AND line.claim_id = :claim
                        ORDER BY line_no""")
                .bind("tier", claim.tier())
                .bind("year", claim.endedOn().getYear())
                .bind("claim", claim.id())
                .map((row, context) -> line(row))
                .list();
    }

    private static List<String> codes(List<ClaimRecord> claims) {
        return claims.stream().map(ClaimRecord::institutionCode).sorted().toList();
    }

    private static ClaimLine line(ResultSet row) throws SQLException {
        String itemClass = row.getString("class");
        return new ClaimLine(
                row.getInt("line_no"),
                row.getObject("service_date", LocalDate.class),
                row.getString("item_code"),
                row.getString("item_name"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("unit_price"),
                row.getLong("amount"),
                row.getString("catalogue_version"),
                itemClass == null ? null : ItemClass.valueOf(itemClass),
                row.getBigDecimal("price_limit"),
                row.getInt("self_first_ratio"),
                row.getLong("own"),
                row.getLong("over_limit"),
                row.getLong("self_first"),
                row.getLong("in_scope"));
    }

    private static ClaimRecord read(ResultSet row, StatementContext context) throws SQLException {
        String heldFor = row.getString("held_for");
        return new ClaimRecord(
                row.getLong("claim_id"),
                row.getString("claim_no"),
                row.getString("institution_code"),
                row.getString("institution_name"),
                row.getInt("tier"),
                row.getString("person_name"),
                Masked.of(row.getString("resident_id")),
                row.getString("scheme"),
                row.getString("treatment"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("referral"),
                row.getString("diagnosis"),
                row.getLong("billed"),
                row.getString("state"),
                heldFor == null ? null : HeldCase.of(heldFor, row.getString("held_facts")));
    }
}
