package org.minsheng.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * What changes from one version of a pack to the next, rule by rule. It compares what the rules say, not how they are
 * written: another order of the same table, or a comment, is no difference. The order of the stages is one.
 */
public final class PackDiff {
    private final List<Difference> differences = new ArrayList<>();

    private PackDiff() {}

    /** What happened to a rule. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED;

        /** The name in output. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One difference. A rule that was added or removed is one difference, with all that it says in those that follow.
     *
     * @param kind what happened
     * @param section {@code pack}, {@code fact}, {@code covers}, {@code counter} or {@code stage}
     * @param rule the rule's name; of {@code covers} the condition
     * @param trait what of it, as packs call it: {@code ratio}, {@code amount}; empty for the whole rule
     * @param place which of several: a band's number from 1, a ceiling's window, an addition's condition; else empty
     * @param when the case, value name by fact; empty for every case
     * @param before the old value; null where there was none
     * @param after the new value; null where there is none
     */
    public record Difference(
            Kind kind,
            String section,
            String rule,
            String trait,
            String place,
            Map<String, String> when,
            String before,
            String after) {}

    /** The differences from one pack to another, section by section, in the order of the rules. */
    public static List<Difference> between(PolicyPack before, PolicyPack after) {
        PackDiff diff = new PackDiff();
        diff.traits("pack", after.head().id(), RuleTraits.of(before.head()), RuleTraits.of(after.head()));
        diff.rules("fact", before.facts(), after.facts(), PolicyPack.FactRule::name, RuleTraits::of);
        diff.rules("covers", before.covers(), after.covers(), RuleTraits::text, condition -> Map.of());
        diff.rules("counter", before.counters(), after.counters(), CounterRule::id, RuleTraits::of);
        diff.rules("stage", before.stages(), after.stages(), StageRule::id, RuleTraits::of);
        diff.moved(
                before.stages().stream().map(StageRule::id).toList(),
                after.stages().stream().map(StageRule::id).toList());
        return List.copyOf(diff.differences);
    }

    private <R> void rules(
            String section,
            List<R> before,
            List<R> after,
            Function<R, String> name,
            Function<R, Map<RuleTraits.Trait, String>> traits) {
        Map<String, R> old = byName(before, name);
        Map<String, R> young = byName(after, name);
        for (String rule : union(old.keySet(), young.keySet())) {
            if (!young.containsKey(rule)) {
                whole(Kind.REMOVED, section, rule);
            } else if (!old.containsKey(rule)) {
                whole(Kind.ADDED, section, rule);
            }
            traits(section, rule, of(old.get(rule), traits), of(young.get(rule), traits));
        }
    }

    private static <R> Map<String, R> byName(List<R> rules, Function<R, String> name) {
        Map<String, R> byName = new LinkedHashMap<>();
        rules.forEach(rule -> byName.put(name.apply(rule), rule));
        return byName;
    }

    private static <R> Map<RuleTraits.Trait, String> of(R rule, Function<R, Map<RuleTraits.Trait, String>> traits) {
        return rule == null ? Map.of() : traits.apply(rule);
    }

    private void traits(
            String section, String rule, Map<RuleTraits.Trait, String> before, Map<RuleTraits.Trait, String> after) {
        for (RuleTraits.Trait trait : union(before.keySet(), after.keySet())) {
            String old = before.get(trait);
            String young = after.get(trait);
            if (!Objects.equals(old, young)) {
                Kind kind = old == null ? Kind.ADDED : young == null ? Kind.REMOVED : Kind.CHANGED;
                differences.add(
                        new Difference(kind, section, rule, trait.name(), trait.place(), trait.when(), old, young));
            }
        }
    }

    /** Stages pay one after the other: those that both versions have, in another order, are moved. */
    private void moved(List<String> before, List<String> after) {
        List<String> old = before.stream().filter(after::contains).toList();
        List<String> young = after.stream().filter(before::contains).toList();
        if (!old.equals(young)) {
            differences.add(new Difference(
                    Kind.MOVED, "stage", "", "order", "", Map.of(), String.join(", ", old), String.join(", ", young)));
        }
    }

    private void whole(Kind kind, String section, String rule) {
        differences.add(new Difference(kind, section, rule, "", "", Map.of(), null, null));
    }

    /** What either has, in the order of the second where it has them. */
    private static <K> Set<K> union(Set<K> before, Set<K> after) {
        Set<K> all = new LinkedHashSet<>(after);
        all.addAll(before);
        return all;
    }
}
