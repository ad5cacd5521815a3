package org.minsheng.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.policy.Payer;

/**
 * A row of {@code claim.settlement}; amounts in fen.
 *
 * @param number 1 for the first settlement; odd rows settle, even rows reverse
 * @param runId the run that wrote it
 * @param decidedOn the deciding date
 * @param packNumber the pack that decided
 * @param outcome settled or not_covered
 * @param personType {@code psn_type} of the spell on the deciding date; null without one
 * @param tier level of the institution then
 * @param billed {@code medfee_sumamt}
 * @param own {@code fulamt_ownpay_amt}
 * @param overLimit {@code overlmt_selfpay}
 * @param selfFirst {@code preselfpay_amt}
 * @param inScope {@code inscp_scp_amt}
 * @param deductible {@code act_pay_dedc}
 * @param payers what each payer pays
 * @param trail what each rule decided, packed
 */
public record StoredSettlement(
        int number,
        long runId,
        LocalDate decidedOn,
        int packNumber,
        String outcome,
        String personType,
        int tier,
        long billed,
        long own,
        long overLimit,
        long selfFirst,
        long inScope,
        long deductible,
        Map<Payer, Long> payers,
        String trail) {
    public StoredSettlement {
        payers = Map.copyOf(payers);
    }

    /** {@code fund_pay_sumamt}: all funds together. */
    public long funds() {
        return payers.entrySet().stream()
                .filter(entry -> entry.getKey().isFund())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** {@code psn_part_amt}: account, shared account and cash. */
    public long patient() {
        return payers.get(Payer.ACCT) + payers.get(Payer.ACCT_MULAID) + payers.get(Payer.CASH);
    }

    /** The settlement of a claim that is in force; empty when there is none or the last was reversed. */
    static Optional<StoredSettlement> inForce(Handle handle, ClaimRecord claim) {
        return handle.createQuery("""
                        SELECT settlement.*
                        FROM claim.claim JOIN claim.settlement USING (year, bucket, person_id, claim_id)
                        WHERE year = :year AND claim_id = :claim
                        ORDER BY settlement_no DESC LIMIT 1""")
                .bind("year", claim.endedOn().getYear())
                .bind("claim", claim.id())
                .map((row, context) -> read(row))
                .findOne()
                .filter(settlement -> settlement.number() % 2 == 1);
    }

    private static StoredSettlement read(ResultSet row) throws SQLException {
        Map<Payer, Long> payers = new EnumMap<>(Payer.class);
        for (Payer payer : Payer.values()) {
            payers.put(payer, row.getLong(payer.nationalName()));
        }
        return new StoredSettlement(
                row.getInt("settlement_no"),
                row.getLong("run_id"),
                row.getObject("decided_on", LocalDate.class),
                row.getInt("pack_no"),
                row.getString("outcome"),
                row.getString("person_type"),
                row.getInt("tier"),
                row.getLong("medfee_sumamt"),
                row.getLong("fulamt_ownpay_amt"),
                row.getLong("overlmt_selfpay"),
                row.getLong("preselfpay_amt"),
                row.getLong("inscp_scp_amt"),
                row.getLong("act_pay_dedc"),
                payers,
                row.getString("trail"));
    }
}
