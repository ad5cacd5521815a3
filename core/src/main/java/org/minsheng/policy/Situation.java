package org.minsheng.policy;

import java.util.Map;

/**
 * One combination of the facts a pack declares, by the pack's own names: {@code scheme} is {@code employee}.
 *
 * @param values value name by fact name
 */
public record Situation(Map<String, String> values) {
    public Situation {
        values = Map.copyOf(values);
    }

    /** The name of one fact's value; null when the pack does not declare the fact. */
    public String value(String fact) {
        return values.get(fact);
    }
}
