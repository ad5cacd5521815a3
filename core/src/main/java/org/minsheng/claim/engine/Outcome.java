package org.minsheng.claim.engine;

/** How settling a claim ended. */
public enum Outcome {
    /** Divided among the payers by the policy. */
    SETTLED("settled"),
    /** No insured spell on the deciding date: the funds pay nothing. */
    NOT_COVERED("not_covered"),
    /** Not decidable as the data stand; nothing was divided. */
    HELD("held");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** As settlements name it. */
    public String label() {
        return label;
    }
}
