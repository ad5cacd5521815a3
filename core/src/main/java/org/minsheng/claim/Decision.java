package org.minsheng.claim;

import java.time.LocalDate;
import org.minsheng.base.Problem;
import org.minsheng.claim.engine.Settled;

/**
 * What became of one open claim in a run.
 *
 * @param personId whose claim it is
 * @param claim the claim
 * @param decidedOn the deciding date; null when no pack was found
 * @param personType {@code psn_type} of the spell on the deciding date; null without one
 * @param packNumber the pack that decided; 0 when none did
 * @param settled the settlement; null when the claim is held
 * @param held why it is held; null when it is settled
 */
record Decision(
        long personId,
        OpenClaim claim,
        LocalDate decidedOn,
        String personType,
        int packNumber,
        Settled settled,
        Problem held) {
    boolean isHeld() {
        return held != null;
    }
}
