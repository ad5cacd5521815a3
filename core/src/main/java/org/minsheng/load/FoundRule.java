package org.minsheng.load;

import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** The rule of a reject as the database has it: SQL names rules by their code. */
record FoundRule(String code) implements ProblemCode {
    @Override
    public ProblemKind kind() {
        return ProblemKind.FINDING;
    }
}
