package org.minsheng.policy;

import java.util.Arrays;

/** The compact stable names of one counter in one case: one name, or one a portion. */
public final class CounterName {
    private final String[] byPortion;

    private CounterName(String[] byPortion) {
        this.byPortion = byPortion;
    }

    static CounterName of(String name) {
        return new CounterName(new String[] {name});
    }

    static CounterName ofPortions(String... names) {
        return new CounterName(names.clone());
    }

    /** The name for a portion, by the portion's ordinal. */
    public String of(int portion) {
        return byPortion[byPortion.length == 1 ? 0 : portion];
    }

    /** How many names there are. */
    public int size() {
        return byPortion.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CounterName that && Arrays.equals(that.byPortion, byPortion);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(byPortion);
    }

    @Override
    public String toString() {
        return String.join(" ", byPortion);
    }
}
