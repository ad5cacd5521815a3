package org.minsheng.claim.engine;

/** How settling a claim ended. */
public enum Outcome {
    /** Divided among the payers by the policy. */
    SETTLED,
    /** No insured spell on the deciding date: the funds pay nothing. */
    NOT_COVERED,
    /** Not decidable as the data stand; nothing was divided. */
    HELD
}
