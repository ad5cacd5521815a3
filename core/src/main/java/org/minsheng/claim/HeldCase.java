package org.minsheng.claim;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemCode;
import org.minsheng.claim.engine.SettlementProblem;
import org.minsheng.run.Json;

/** Why a claim is held, as {@code claim.hold} keeps it: a rule and its facts. */
final class HeldCase {
    private static final Map<String, ProblemCode> RULES = new HashMap<>();

    static {
        for (ProblemCode[] codes : List.of(ClaimProblem.values(), SettlementProblem.values())) {
            for (ProblemCode code : codes) {
                RULES.put(code.code(), code);
            }
        }
    }

    private HeldCase() {}

    /** The reason of a row. */
    static Problem of(String rule, String factsJson) {
        ProblemCode code = RULES.get(rule);
        if (code == null) {
            throw new IllegalStateException("no such rule: " + rule);
        }
        return new Problem(code, new LinkedHashMap<>(Json.read(factsJson)));
    }
}
