package org.minsheng.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy as people write it: one city's or one scheme's rules for a span of dates.
 *
 * @param head what it is and from when to when it holds
 * @param facts the facts it speaks of, in order
 * @param covers the cases it rules; empty: all
 * @param counters what it counts by name
 * @param stages the stages in their order
 * @param examples worked examples
 */
public record PolicyPack(
        Head head,
        List<FactRule> facts,
        List<Condition> covers,
        List<CounterRule> counters,
        List<StageRule> stages,
        List<Example> examples) {
    /** The fact that divides a bill into portions; it belongs to slices, not to claims. */
    public static final String PORTION = "portion";

    public PolicyPack {
        facts = List.copyOf(facts);
        covers = List.copyOf(covers);
        counters = List.copyOf(counters);
        stages = List.copyOf(stages);
        examples = List.copyOf(examples);
    }

    /** The codes of the schemes whose claims it rules; empty when it does not speak of schemes. */
    public List<String> schemes() {
        return facts.stream()
                .filter(fact -> fact.name().equals("scheme"))
                .flatMap(fact -> fact.codes().values().stream())
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    /** Which date decides pack, year and ceilings. */
    public enum DatedBy {
        DISCHARGE,
        ADMISSION;

        /** The deciding date of a treatment. */
        public LocalDate of(LocalDate startedOn, LocalDate endedOn) {
            return this == ADMISSION ? startedOn : endedOn;
        }
    }

    /**
     * What a pack is.
     *
     * @param id its name: {@code qingdao-demo}
     * @param version its version: {@code 2025.1}
     * @param title for people
     * @param status how far it can be trusted: {@code verified} or {@code unverified}
     * @param source where its numbers come from
     * @param validFrom first deciding date
     * @param validTo last deciding date
     * @param datedBy which date decides
     * @param uninsuredAccount whether the personal account pays where no insured spell is there
     */
    public record Head(
            String id,
            String version,
            String title,
            String status,
            String source,
            LocalDate validFrom,
            LocalDate validTo,
            DatedBy datedBy,
            boolean uninsuredAccount) {}

    /**
     * A fact and the names of its values.
     *
     * @param name {@code scheme}, {@code person}, {@code treatment}, {@code tier}, {@code referral}, {@code portion} or another
     * @param codes the national codes by value name, in order; the code {@code ""} stands for none
     */
    public record FactRule(String name, Map<String, List<String>> codes) {
        public FactRule {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        }
    }

    /**
     * A worked example: a claim and what the policy makes of it.
     *
     * @param id its name
     * @param line where it stands in the pack
     * @param facts value name by fact; {@code person} may be {@code none}
     * @param date the deciding date
     * @param balance the personal account, fen
     * @param after the example whose person, as it left him, this one is; null: a new one
     * @param history counter entries before it, in the compact text of a settlement's row
     * @param slices the amounts
     * @param expected the expected fen by payer name ({@code hifp}, {@code cash}, {@code deductible} …)
     * @param outcome {@code settled}, {@code not_covered} or {@code held}
     * @param held the code of the reason when held; else null
     */
    public record Example(
            String id,
            int line,
            Map<String, String> facts,
            LocalDate date,
            long balance,
            String after,
            String history,
            List<ExampleSlice> slices,
            Map<String, Long> expected,
            String outcome,
            String held) {}

    /**
     * Amounts of the days from one to another, each day the same. Fen.
     *
     * @param from first day
     * @param to last day
     * @param portion the portion's name; empty where the pack has none
     */
    public record ExampleSlice(
            LocalDate from, LocalDate to, String portion, long own, long overLimit, long selfFirst, long inScope) {}
}
