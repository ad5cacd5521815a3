package org.minsheng.policy;

import java.util.Map;

/** A value of a pack that may depend on facts: {@code .88}, or {@code {by: tier, 1: .92, 2: .90, 3: .88}}, nested at will. */
public sealed interface Choice<T> {
    /** The same value in every case. */
    record Always<T>(T value) implements Choice<T> {}

    /**
     * A table over the values of one fact.
     *
     * @param fact the fact's name
     * @param entries one choice a value name; a missing one is a gap
     * @param line where it stands in the pack
     */
    record By<T>(String fact, Map<String, Choice<T>> entries, int line) implements Choice<T> {
        public By {
            entries = Map.copyOf(entries);
        }
    }

    /** The value in one case; null where a table has no entry for it. */
    default T in(Situation situation) {
        if (this instanceof Always<T> always) {
            return always.value();
        }
        By<T> table = (By<T>) this;
        Choice<T> entry = table.entries().get(situation.value(table.fact()));
        return entry == null ? null : entry.in(situation);
    }
}
