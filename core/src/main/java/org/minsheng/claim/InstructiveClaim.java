package org.minsheng.claim;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A settled claim in which many rules met, for those who learn: with a deductible, class B items, a fund, the personal
 * account and cash, and where possible items outside the catalogue and above a price limit, and not the first of its
 * person.
 *
 * @param institutionCode code of its institution
 * @param claimNo its number there
 */
public record InstructiveClaim(String institutionCode, String claimNo) {
    /** Of those in which as many rules met, the one with a sum in scope closest to this is easiest to read; fen. */
    private static final long GOOD_SIZE = 2_000_000;

    /** The same claim for the same settlements; empty when none has all of it. */
    public static Optional<InstructiveClaim> find(Handle handle) {
        return handle.createQuery("""
                        SELECT institution_code, claim_no
                        FROM claim.settlement
                            JOIN claim.claim USING (year, claim_id)
                            JOIN registry.pub_institution institution
                                ON institution.institution_id = settlement.institution_id
                        WHERE settlement_no = 1 AND act_pay_dedc > 0 AND preselfpay_amt > 0 AND hifp_pay > 0
                            AND acct_pay > 0 AND psn_cash_pay > 0
                        ORDER BY (fulamt_ownpay_amt > 0)::int + (overlmt_selfpay > 0)::int + EXISTS (
                                SELECT FROM claim.settlement earlier
                                WHERE earlier.bucket = settlement.bucket
                                    AND earlier.person_id = settlement.person_id
                                    AND earlier.decided_on < settlement.decided_on
                                    AND earlier.act_pay_dedc > settlement.act_pay_dedc)::int DESC,
                            abs(inscp_scp_amt - :goodSize), institution_code COLLATE "C", claim_no COLLATE "C"
                        LIMIT 1""")
                .bind("goodSize", GOOD_SIZE)
                .map((row, context) -> new InstructiveClaim(row.getString(1), row.getString(2)))
                .findOne();
    }
}
