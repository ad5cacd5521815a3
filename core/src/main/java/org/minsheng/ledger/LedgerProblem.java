package org.minsheng.ledger;

import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** What can be wrong with money. */
public enum LedgerProblem implements ProblemCode {
    /** The person has another entry of this kind and reference, of another amount or date; fact {@code value}. */
    REFERENCE_USED("account.reference-used", ProblemKind.FINDING);

    private final String code;
    private final ProblemKind kind;

    LedgerProblem(String code, ProblemKind kind) {
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
