package org.minsheng.policy;

import java.util.ArrayList;
import java.util.List;

/** One fact of a pack, its values numbered. */
final class Dimension {
    private final String fact;
    private final int kind;
    private final List<String> names;
    private final List<String> firstCodes;
    // Parallel: a code and the ordinal of its value. So few that a scan is the fastest search.
    private final String[] codes;
    private final int[] ordinals;

    Dimension(PolicyPack.FactRule rule) {
        this.fact = rule.name();
        this.kind = List.of("scheme", "person", "treatment", "tier", "referral").indexOf(fact);
        this.names = List.copyOf(rule.codes().keySet());
        List<String> first = new ArrayList<>();
        List<String> all = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        for (List<String> codesOfValue : rule.codes().values()) {
            first.add(codesOfValue.get(0));
            for (String code : codesOfValue) {
                all.add(code);
                values.add(first.size() - 1);
            }
        }
        this.firstCodes = List.copyOf(first);
        this.codes = all.toArray(new String[0]);
        this.ordinals = values.stream().mapToInt(Integer::intValue).toArray();
    }

    String fact() {
        return fact;
    }

    int size() {
        return names.size();
    }

    String name(int ordinal) {
        return names.get(ordinal);
    }

    /** The code that stands for a value in the names of counters. */
    String firstCode(String name) {
        return firstCodes.get(names.indexOf(name));
    }

    /** The ordinal of the value that a claim's facts have; -1 for a code the pack does not know. */
    int ordinal(Facts facts) {
        String code =
                switch (kind) {
                    case 0 -> facts.scheme();
                    case 1 -> facts.personType();
                    case 2 -> facts.treatment();
                    case 3 -> facts.tier();
                    case 4 -> facts.referral();
                    default -> facts.further().get(fact);
                };
        return ordinal(code == null ? "" : code);
    }

    /** The ordinal of a code's value; -1 for a code the pack does not know. */
    int ordinal(String code) {
        for (int i = 0; i < codes.length; i++) {
            if (codes[i].equals(code)) {
                return ordinals[i];
            }
        }
        return -1;
    }
}
