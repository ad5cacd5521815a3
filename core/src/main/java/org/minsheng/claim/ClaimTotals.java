package org.minsheng.claim;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Digest;
import org.minsheng.db.CopyOut;
import org.minsheng.policy.Payer;

/**
 * What the settlements of a span of deciding dates come to, with a digest that two runs over the same claims share,
 * whatever their order, interruptions, run numbers and clocks.
 *
 * @param claims claims with at least one row
 * @param rows rows of settlement and reversal
 * @param open claims of the span that wait to be settled
 * @param held of these, claims that a run could not decide
 * @param amounts sum of each amount in fen by its national name
 * @param sha256 digest over all rows: their business columns, ordered by institution, claim and number
 */
public record ClaimTotals(long claims, long rows, long open, long held, Map<String, Long> amounts, String sha256) {
    private static final String[] AMOUNTS = {
        "medfee_sumamt",
        "fulamt_ownpay_amt",
        "overlmt_selfpay",
        "preselfpay_amt",
        "inscp_scp_amt",
        "act_pay_dedc",
        "hifp_pay",
        "hifob_pay",
        "hifmi_pay",
        "cvlserv_pay",
        "hifes_pay",
        "hifdm_pay",
        "maf_pay",
        "oth_pay",
        "hosp_part_amt",
        "acct_pay",
        "acct_mulaid_pay",
        "psn_cash_pay"
    };
    private static final int KEY_COLUMNS = 7;

    /** The totals of the deciding dates from {@code from} to {@code to}, both included. */
    public static ClaimTotals of(Handle handle, LocalDate from, LocalDate to) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (String amount : AMOUNTS) {
            amounts.put(amount, 0L);
        }
        Digest digest = Digest.ofLines();
        long rows = 0;
        long claims = 0;
        try (CopyOut settlements = CopyOut.query(handle.getConnection(), query(from, to))) {
            while (settlements.nextRow()) {
                rows++;
                claims += settlements.number(2) == 1 ? 1 : 0;
                for (int column = 0; column < KEY_COLUMNS + AMOUNTS.length + 1; column++) {
                    digest.column(settlements.text(column));
                }
                digest.endLine();
                for (int i = 0; i < AMOUNTS.length; i++) {
                    amounts.merge(AMOUNTS[i], settlements.number(KEY_COLUMNS + i), Long::sum);
                }
            }
        }
        long open =
                count(handle, "SELECT count(*) FROM claim.open_claim WHERE ended_on BETWEEN :from AND :to", from, to);
        long held = count(handle, """
                SELECT count(*) FROM claim.hold JOIN claim.open_claim USING (bucket, person_id, claim_id)
                WHERE ended_on BETWEEN :from AND :to""", from, to);
        return new ClaimTotals(claims, rows, open, held, amounts, digest.hex());
    }

    private static String query(LocalDate from, LocalDate to) {
        return """
                SELECT institution_code, claim_no, settlement_no, decided_on, outcome, settlement.person_type, counters,
                    %s,
                    resident_id
                FROM claim.settlement
                    JOIN claim.claim USING (year, claim_id)
                    JOIN registry.pub_institution institution
                        ON institution.institution_id = settlement.institution_id
                    JOIN registry.pub_person person ON person.person_id = settlement.person_id
                WHERE decided_on BETWEEN '%s' AND '%s' AND settlement.year BETWEEN %d AND %d
                ORDER BY institution_code COLLATE "C", claim_no COLLATE "C", settlement_no""".formatted(String.join(", ", AMOUNTS), from, to, from.getYear(), to.getYear() + 1);
    }

    private static long count(Handle handle, String query, LocalDate from, LocalDate to) {
        return handle.createQuery(query)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Long.class)
                .one();
    }

    /** {@code fund_pay_sumamt}: all funds together, fen. */
    public long funds() {
        long sum = 0;
        for (Payer payer : Payer.values()) {
            sum += payer.isFund() ? amounts.get(payer.nationalName()) : 0;
        }
        return sum;
    }

    /** {@code psn_part_amt}: what patients pay from their accounts and in cash, fen. */
    public long patients() {
        return amounts.get("acct_pay") + amounts.get("acct_mulaid_pay") + amounts.get("psn_cash_pay");
    }
}
