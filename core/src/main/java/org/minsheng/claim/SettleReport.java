package org.minsheng.claim;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a settlement run did, over all its attempts.
 *
 * @param runId number of the run
 * @param resumed whether it went on with a run that was interrupted
 * @param stopped whether it stopped before the end because it was told to
 * @param settled claims that the policy divided
 * @param notCovered claims of persons who were not insured on the deciding date
 * @param held claims that could not be decided
 * @param billed {@code medfee_sumamt} of what was settled or not covered, fen
 * @param funds {@code fund_pay_sumamt}, fen
 * @param patients {@code psn_part_amt}, fen
 * @param hospitals {@code hosp_part_amt}, fen
 */
public record SettleReport(
        long runId,
        boolean resumed,
        boolean stopped,
        long settled,
        long notCovered,
        long held,
        long billed,
        long funds,
        long patients,
        long hospitals) {

    Map<String, Object> toResult() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("settled", settled);
        result.put("not_covered", notCovered);
        result.put("held", held);
        result.put("billed", billed);
        result.put("funds", funds);
        result.put("patients", patients);
        result.put("hospitals", hospitals);
        return result;
    }
}
