package org.minsheng.claim.engine;

import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** Why a claim cannot be decided as the data stand: it is held until a person mends data or policy. */
public enum SettlementProblem implements ProblemCode {
    /** The pack names no rule for this combination of facts; {@code stage} says where a table has a gap. */
    NO_RULE("claim.no-rule"),
    /** A scheme the pack does not know. */
    UNKNOWN_SCHEME("claim.unknown-scheme"),
    /** A person type the pack does not know. */
    UNKNOWN_PERSON_TYPE("claim.unknown-person-type"),
    /** A treatment the pack does not know. */
    UNKNOWN_TREATMENT("claim.unknown-treatment"),
    /** An institution's tier the pack does not know. */
    UNKNOWN_TIER("claim.unknown-tier"),
    /** A referral the pack does not know. */
    UNKNOWN_REFERRAL("claim.unknown-referral"),
    /** Another fact whose code the pack does not know. */
    UNKNOWN_FACT("claim.unknown-fact"),
    /** A portion of the bill the pack does not know. */
    UNKNOWN_PORTION("claim.unknown-portion"),
    /** No priced amounts. */
    NO_AMOUNTS("claim.no-amounts"),
    /** The parts of a day's amounts do not add up, or the whole is negative. */
    AMOUNTS_INCONSISTENT("claim.amounts-inconsistent"),
    /** More than one claim can be worth. */
    AMOUNT_TOO_LARGE("claim.amount-too-large"),
    /** The deciding date lies outside the pack's validity. */
    OUTSIDE_VALIDITY("claim.outside-validity");

    private final String code;

    SettlementProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.FINDING;
    }
}
