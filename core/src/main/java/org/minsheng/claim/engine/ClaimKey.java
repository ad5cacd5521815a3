package org.minsheng.claim.engine;

import java.util.Objects;

/**
 * The business key of a claim: the bill of one treatment.
 *
 * @param institutionCode code of the institution, {@code fixmedins_code} (定点医药机构编号)
 * @param claimNo the institution's number of the visit, {@code mdtrt_id} (就诊 ID)
 */
public record ClaimKey(String institutionCode, String claimNo) {
    public ClaimKey {
        Objects.requireNonNull(institutionCode);
        Objects.requireNonNull(claimNo);
    }
}
