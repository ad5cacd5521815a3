package org.minsheng.bureau;

import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** What can be wrong where several rooms meet. */
public enum BureauProblem implements ProblemCode {
    /** The record that would be merged away has claims; facts {@code person}, {@code claim}. */
    PERSON_HAS_CLAIMS("person.has-claims", ProblemKind.CONFLICT),
    /** The record that would be merged away has entries in its personal account; facts {@code person}, {@code entries}. */
    PERSON_HAS_ACCOUNT_ENTRIES("person.has-account-entries", ProblemKind.CONFLICT);

    private final String code;
    private final ProblemKind kind;

    BureauProblem(String code, ProblemKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
