package org.minsheng.claim;

import java.time.LocalDate;
import org.minsheng.base.Masked;
import org.minsheng.base.Problem;

/**
 * A claim as people see it.
 *
 * @param id claim_id
 * @param claimNo the institution's number, {@code mdtrt_id}
 * @param institutionCode {@code fixmedins_code}
 * @param institutionName where it was treated
 * @param tier level of the institution, 1 to 3
 * @param personName whose it is
 * @param residentId identity number
 * @param scheme {@code insutype}
 * @param treatment {@code med_type}
 * @param startedOn begin of treatment
 * @param endedOn end of treatment
 * @param referral local, filed, referred or unfiled
 * @param diagnosis code of the main diagnosis; null when none was given
 * @param billed {@code medfee_sumamt}, fen
 * @param state open, held, settled or not_covered
 * @param held why it could not be decided; null unless held
 */
public record ClaimRecord(
        long id,
        String claimNo,
        String institutionCode,
        String institutionName,
        int tier,
        String personName,
        Masked residentId,
        String scheme,
        String treatment,
        LocalDate startedOn,
        LocalDate endedOn,
        String referral,
        String diagnosis,
        long billed,
        String state,
        Problem held) {
    /** The rule that holds it; null unless held. */
    public String heldFor() {
        return held == null ? null : held.code().code();
    }
}
