package org.minsheng.policy;

import java.util.List;
import java.util.Map;

/**
 * When a rule applies: every named fact has one of the named values ({@code when: {scheme: employee, tier: [1, 2]}}).
 * Without facts it always applies. The fact {@code portion} chooses parts of the bill, not claims.
 *
 * @param facts value names by fact name
 */
public record Condition(Map<String, List<String>> facts) {
    /** Applies always. */
    public static final Condition ALWAYS = new Condition(Map.of());

    public Condition {
        facts = Map.copyOf(facts);
    }

    /** Whether it holds in a situation, whatever the portion. */
    public boolean holds(Situation situation) {
        for (Map.Entry<String, List<String>> fact : facts.entrySet()) {
            boolean ofTheClaim = !fact.getKey().equals(PolicyPack.PORTION);
            if (ofTheClaim && !fact.getValue().contains(situation.value(fact.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it speaks of this portion of a bill. */
    public boolean holdsForPortion(String portion) {
        List<String> portions = facts.get(PolicyPack.PORTION);
        return portions == null || portions.contains(portion);
    }
}
