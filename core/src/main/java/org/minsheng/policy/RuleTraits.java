package org.minsheng.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.minsheng.base.Money;
import org.minsheng.base.Ratio;

/**
 * What a rule says, one trait a line: which value a thing has, in which case. Two rules say the same exactly when their
 * traits are equal, whatever the order in which they were written.
 */
final class RuleTraits {
    private final Map<Trait, String> values = new LinkedHashMap<>();

    private RuleTraits() {}

    /**
     * What a value is of.
     *
     * @param name as packs call it: {@code ratio}, {@code amount}, {@code window}
     * @param place which of several: a band's number from 1, a ceiling's window, an addition's condition; else empty
     * @param when value name by fact; empty where it holds always
     */
    record Trait(String name, String place, Map<String, String> when) {}

    static Map<Trait, String> of(StageRule stage) {
        RuleTraits traits = new RuleTraits();
        traits.put("op", stage.operator().text());
        if (stage.operator().payer() != null) {
            traits.put("payer", stage.operator().payer().text());
        }
        traits.put("when", text(stage.when()));
        traits.put("per", String.join(", ", stage.per()));
        if (stage.operator() instanceof StageRule.Share share) {
            traits.share(share);
        } else if (stage.operator() instanceof StageRule.Deductible deductible) {
            traits.amounts("amount", "", deductible.amount());
            traits.factors(deductible.factors());
            traits.put("window", deductible.window().text());
        } else if (stage.operator() instanceof StageRule.PatientCap cap) {
            traits.patientCap(cap);
        } else if (stage.operator() instanceof StageRule.Draw draw) {
            traits.put("on", draw.on().text());
            traits.amounts("up_to", "", draw.upTo());
            traits.ceilings(draw.ceilings());
        }
        traits.put(
                "round",
                Money.yuan(stage.rounding().unitFen()) + " "
                        + stage.rounding().mode().name().toLowerCase(Locale.ROOT));
        traits.put("article", stage.article());
        return traits.values;
    }

    static Map<Trait, String> of(CounterRule counter) {
        RuleTraits traits = new RuleTraits();
        traits.put("count", counter.where() == null ? "claims" : "periods of " + counter.where());
        traits.put("when", text(counter.when()));
        traits.put("per", String.join(", ", counter.per()));
        traits.put("window", counter.window().text());
        return traits.values;
    }

    static Map<Trait, String> of(PolicyPack.FactRule fact) {
        RuleTraits traits = new RuleTraits();
        fact.codes().forEach((value, codes) -> traits.put("codes", value, String.join(", ", codes)));
        return traits.values;
    }

    static Map<Trait, String> of(PolicyPack.Head head) {
        RuleTraits traits = new RuleTraits();
        traits.put("title", head.title());
        traits.put("status", head.status());
        traits.put("source", head.source());
        traits.put("valid_from", String.valueOf(head.validFrom()));
        traits.put("valid_to", head.validTo() == null ? "" : head.validTo().toString());
        traits.put("dated_by", head.datedBy().name().toLowerCase(Locale.ROOT));
        traits.put("uninsured_account", String.valueOf(head.uninsuredAccount()));
        return traits.values;
    }

    private void share(StageRule.Share share) {
        StageRule.On on = share.on();
        if (on.cutBy() != null) {
            put("on", "cut_by(" + on.cutBy() + ".cap)");
        } else if (on.cumulative() != null) {
            put(
                    "on",
                    "cumulative(" + on.quantity().text() + ", "
                            + on.cumulative().text() + ")");
        } else {
            put("on", on.quantity().text());
        }
        choice("above", "", share.above(), Money::yuan);
        for (int band = 0; band < share.bands().size(); band++) {
            String place = share.bands().size() == 1 ? "" : Integer.toString(band + 1);
            choice("to", place, share.bands().get(band).to(), Money::yuan);
            choice("ratio", place, share.bands().get(band).ratio(), RuleTraits::percent);
        }
        for (StageRule.Addition addition : share.additions()) {
            choice("points", text(addition.when()), addition.points(), RuleTraits::percent);
        }
        factors(share.factors());
        ceilings(share.ceilings());
    }

    private void patientCap(StageRule.PatientCap cap) {
        put("on", cap.on().text());
        for (int limit = 0; limit < cap.limits().size(); limit++) {
            String place = cap.limits().size() == 1 ? "" : Integer.toString(limit + 1);
            amounts("amount", place, cap.limits().get(limit));
        }
        put("window", cap.window().text());
        choice("join_if_at_least", "", cap.joinFrom(), Money::yuan);
        if (cap.fromNth() != null) {
            put("from_nth", cap.fromNth().counter() + " " + cap.fromNth().nth());
            choice("from_nth_amount", "", cap.fromNth().amount(), Money::yuan);
        }
    }

    private void factors(List<StageRule.Factor> factors) {
        for (StageRule.Factor factor : factors) {
            if (factor.by() != null) {
                choice("times", "", factor.by(), RuleTraits::factor);
                continue;
            }
            for (int nth = 0; nth < factor.is().size(); nth++) {
                put(
                        "times",
                        factor.counter() + " " + (nth + 1),
                        factor(factor.is().get(nth)));
            }
        }
    }

    private void ceilings(List<StageRule.Ceiling> ceilings) {
        for (StageRule.Ceiling ceiling : ceilings) {
            choice("cap", ceiling.window().text(), ceiling.amount(), Money::yuan);
        }
    }

    private void amounts(String name, String place, Choice<Amount> amounts) {
        choice(name, place, amounts, RuleTraits::text);
    }

    private <T> void choice(String name, String place, Choice<T> choice, Function<T, String> text) {
        if (choice != null) {
            choice(name, place, new LinkedHashMap<>(), choice, text);
        }
    }

    /** A line for each entry of a table, and of the tables within. */
    private <T> void choice(
            String name, String place, Map<String, String> when, Choice<T> choice, Function<T, String> text) {
        if (choice instanceof Choice.Always<T> always) {
            if (always.value() != null) {
                values.put(
                        new Trait(name, place, Collections.unmodifiableMap(new LinkedHashMap<>(when))),
                        text.apply(always.value()));
            }
            return;
        }
        Choice.By<T> table = (Choice.By<T>) choice;
        new TreeMap<>(table.entries()).forEach((value, entry) -> {
            Map<String, String> within = new LinkedHashMap<>(when);
            within.put(table.fact(), value);
            choice(name, place, within, entry, text);
        });
    }

    private void put(String name, String value) {
        put(name, "", value);
    }

    private void put(String name, String place, String value) {
        if (!value.isEmpty()) {
            values.put(new Trait(name, place, Map.of()), value);
        }
    }

    /** A condition as packs write it: {@code scheme employee; tier 1, 2}. */
    static String text(Condition condition) {
        List<String> facts = new ArrayList<>();
        new TreeMap<>(condition.facts())
                .forEach((fact, names) -> facts.add(
                        fact + " " + String.join(", ", names.stream().sorted().toList())));
        return String.join("; ", facts);
    }

    private static String text(Amount amount) {
        StringBuilder text = new StringBuilder(Money.yuan(amount.base()));
        if (!amount.isFlat()) {
            text.append(" + ")
                    .append(percent(amount.plus()))
                    .append(' ')
                    .append(amount.of().text());
            if (amount.over() > 0) {
                text.append(" > ").append(Money.yuan(amount.over()));
            }
        }
        if (amount.window() != null) {
            text.append(" / ").append(amount.window().text());
        }
        return text.toString();
    }

    private static String percent(int tenThousandths) {
        return Ratio.decimal(tenThousandths)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private static String factor(int tenThousandths) {
        return Ratio.decimal(tenThousandths).stripTrailingZeros().toPlainString();
    }
}
