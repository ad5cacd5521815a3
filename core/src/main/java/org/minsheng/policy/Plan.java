package org.minsheng.policy;

import java.util.List;

/**
 * What a pack says of one case: one combination of facts.
 *
 * @param steps the stages that apply, in order
 * @param counts names of the counters of claims that this claim raises by one
 * @param byPortion whether any step tells portions apart
 * @param byDay whether any step tells days apart
 * @param gaps ids of stages that apply but have no value for this case: it cannot be decided
 */
public record Plan(List<Step> steps, List<String> counts, boolean byPortion, boolean byDay, List<String> gaps) {
    public Plan {
        steps = List.copyOf(steps);
        counts = List.copyOf(counts);
        gaps = List.copyOf(gaps);
    }
}
