package org.minsheng.load;

import java.util.Map;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** The rule of a reject as the database has it: SQL names rules by their code. */
record FoundRule(String code) implements ProblemCode {
    /** The problem of a rule as the database has it; its text may name the value even where the facts do not. */
    static Problem problem(String rule, Map<String, Object> facts, String value) {
        Problem problem = new Problem(new FoundRule(rule), facts);
        return value == null || facts.containsKey("value") ? problem : problem.with("value", value);
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.FINDING;
    }
}
