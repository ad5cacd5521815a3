package org.minsheng.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pack ready for the night: one {@link Plan} for each combination of the facts it declares. Looking one up takes a few
 * comparisons and no allocation. Immutable, for any number of threads.
 */
public final class CompiledPack {
    private final PolicyPack source;
    private final List<Dimension> dimensions;
    private final Dimension portions;
    private final Plan[] plans;

    CompiledPack(PolicyPack source, List<Dimension> dimensions, Dimension portions, Plan[] plans) {
        this.source = source;
        this.dimensions = List.copyOf(dimensions);
        this.portions = portions;
        this.plans = plans;
    }

    /** The pack as it was written. */
    public PolicyPack source() {
        return source;
    }

    /** Its name, version and validity. */
    public PolicyPack.Head head() {
        return source.head();
    }

    /** A stage by its ordinal. */
    public StageRule stage(int ordinal) {
        return source.stages().get(ordinal);
    }

    /** How many cases it tells apart. */
    public int cases() {
        return plans.length;
    }

    /**
     * The number of the case these facts are.
     *
     * @return the case, or {@code -1 - n} when the code of the n-th declared fact ({@link #fact}) is unknown
     */
    public int caseOf(Facts facts) {
        int number = 0;
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension dimension = dimensions.get(i);
            int ordinal = dimension.ordinal(facts);
            if (ordinal < 0) {
                return -1 - i;
            }
            number = number * dimension.size() + ordinal;
        }
        return number;
    }

    /** Name of the n-th declared fact of claims, from 0. */
    public String fact(int ordinal) {
        return dimensions.get(ordinal).fact();
    }

    /** What the pack says of a case; null where it says nothing. */
    public Plan plan(int number) {
        return plans[number];
    }

    /** The facts of a case, by the pack's names. */
    public Situation situation(int number) {
        Map<String, String> values = new LinkedHashMap<>();
        int rest = number;
        for (int i = dimensions.size() - 1; i >= 0; i--) {
            Dimension dimension = dimensions.get(i);
            values.put(dimension.fact(), dimension.name(rest % dimension.size()));
            rest /= dimension.size();
        }
        return new Situation(values);
    }

    /** The ordinal of a portion by its code; 0 for any where the pack knows none; -1 when unknown. */
    public int portion(String code) {
        return portions == null ? 0 : portions.ordinal(code);
    }

    /** How many portions it tells apart; at least 1. */
    public int portionCount() {
        return portions == null ? 1 : portions.size();
    }

    /** The names of the declared facts of claims, in order. */
    public List<String> facts() {
        List<String> names = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            names.add(dimension.fact());
        }
        return names;
    }

    /** The code that stands for a value name of a fact, portions included; null when either is not declared. */
    public String code(String fact, String valueName) {
        for (PolicyPack.FactRule rule : source.facts()) {
            if (rule.name().equals(fact) && rule.codes().containsKey(valueName)) {
                return rule.codes().get(valueName).get(0);
            }
        }
        return null;
    }
}
