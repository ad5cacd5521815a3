package org.minsheng.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;

/** Facts of a text, written in calls as name, value, name, value. */
final class Facts {
    private Facts() {}

    static Map<String, Object> of(Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a fact without a value: " + namesAndValues[namesAndValues.length - 1]);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }
}
