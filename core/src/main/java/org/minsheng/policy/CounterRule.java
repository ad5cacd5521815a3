package org.minsheng.policy;

import java.util.List;

/**
 * A counter that a pack declares by name.
 *
 * @param id its name
 * @param when which claims it counts
 * @param per what it is kept apart by, besides the person
 * @param window over which it counts
 * @param where for a count of periods: the stage whose months with a payment are counted; null: claims are counted
 * @param line where it stands in the pack
 */
public record CounterRule(String id, Condition when, List<String> per, Window window, String where, int line) {
    public CounterRule {
        per = List.copyOf(per);
    }
}
