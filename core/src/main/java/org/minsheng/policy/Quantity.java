package org.minsheng.policy;

import java.util.Locale;

/** Which amount of a claim a stage looks at. */
public enum Quantity {
    /** In scope, less the deductible borne: what a share is usually taken of. */
    BASIS,
    /** In scope and still open with the patient. */
    OPEN,
    /** In scope ({@code inscp_scp_amt}), whoever pays. */
    IN_SCOPE,
    /** All that was billed ({@code medfee_sumamt}), whoever pays. */
    BILLED,
    /** All that the patient still owes, own-pay included ({@code psn_part_amt}). */
    PATIENT;

    /** The name in a pack: {@code in_scope}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
