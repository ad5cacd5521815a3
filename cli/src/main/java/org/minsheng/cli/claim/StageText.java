package org.minsheng.cli.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minsheng.claim.engine.Mark;
import org.minsheng.claim.engine.TrailStep;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.render.Figures;
import org.minsheng.policy.Payer;
import org.minsheng.policy.Window;

/** What the stages of a policy decided, in words. */
final class StageText {
    private static final int ORDINALS_WITH_A_WORD = 3;

    private final Invocation invocation;
    private final Map<String, String> situation;
    private final List<ExplainedStep> rows = new ArrayList<>();
    private boolean situationTold;

    private StageText(Invocation invocation, Map<String, String> situation) {
        this.invocation = invocation;
        this.situation = situation;
    }

    /**
     * The stages in their order.
     *
     * @param situation the claim's facts by the pack's own names
     */
    static List<ExplainedStep> of(Invocation invocation, Map<String, String> situation, List<TrailStep> steps) {
        StageText text = new StageText(invocation, situation);
        steps.forEach(text::add);
        return text.rows;
    }

    private void add(TrailStep step) {
        Mark mark = step.mark();
        String operator = step.stage().operator().text();
        Payer payer = step.stage().operator().payer();
        if (operator.equals("draw") && mark.amount() == 0) {
            return;
        }
        String name = payer == null
                ? text("explain." + operator)
                : text("explain." + operator, "payer", payerName(invocation, payer));
        List<String> notes = payer == null ? deductible(step) : payment(step, operator.equals("share"));
        rows.add(new ExplainedStep(
                step.stage().id(),
                name,
                mark.amount(),
                String.join(" · ", notes),
                step.stage().article()));
        if (step.ceilingWindow() != null) {
            rows.add(new ExplainedStep(
                    step.stage().id() + ".ceiling", text("explain.ceiling-left"), mark.left(), ceiling(step), null));
        }
    }

    private List<String> deductible(TrailStep step) {
        Mark mark = step.mark();
        List<String> notes = new ArrayList<>();
        nth(step).ifPresent(notes::add);
        boolean lowered = step.firstLimit() >= 0 && mark.limit() != step.firstLimit();
        notes.add(
                lowered
                        ? text(
                                "explain.deductible-of",
                                "open",
                                Figures.money(mark.limit()),
                                "whole",
                                Figures.money(step.firstLimit()))
                        : text("explain.deductible-open", "open", Figures.money(mark.limit())));
        return notes;
    }

    private List<String> payment(TrailStep step, boolean share) {
        Mark mark = step.mark();
        List<String> notes = new ArrayList<>();
        nth(step).ifPresent(notes::add);
        for (TrailStep.Band band : step.bands()) {
            notes.add(text(
                    "explain.band", "ratio", Figures.percent(band.ratio()), "amount", Figures.money(band.amount())));
        }
        if (share && step.bands().isEmpty()) {
            notes.add(text("explain.nothing-of", "amount", Figures.money(mark.before() + mark.basis())));
        }
        if (step.cumulative() != null) {
            notes.add(text(
                    "explain.cumulative",
                    "total",
                    Figures.money(mark.before() + mark.basis()),
                    "window",
                    window(step.cumulative()),
                    "paid",
                    Figures.money(mark.paidBefore())));
        }
        if (mark.cut() != 0) {
            notes.add(text("explain.cut", "amount", Figures.money(mark.cut())));
        }
        if (step.dayCeiling() >= 0) {
            notes.add(text("explain.day-ceiling", "amount", Figures.money(step.dayCeiling())));
        }
        if (share && !situationTold && !situation.isEmpty()) {
            situationTold = true;
            notes.add(situation());
        }
        return notes;
    }

    private Optional<String> nth(TrailStep step) {
        int nth = step.mark().nth();
        if (nth == 0 || step.nthWindow() == null) {
            return Optional.empty();
        }
        String key = "explain.nth." + (nth <= ORDINALS_WITH_A_WORD ? Integer.toString(nth) : "other");
        return Optional.of(text(key, "nth", nth, "window", window(step.nthWindow())));
    }

    private String ceiling(TrailStep step) {
        return text(
                "explain.ceiling-of",
                "ceiling",
                Figures.money(step.ceilingAmount()),
                "window",
                window(step.ceilingWindow()));
    }

    private String window(Window window) {
        return text(
                "explain.window." + window.kind().name().toLowerCase(Locale.ROOT),
                "months",
                window.months(),
                "since",
                String.valueOf(window.since()));
    }

    /** Whose ratio it is: {@code employee, active, tier 3}; the treatment stands in the heading. */
    private String situation() {
        Set<String> names = new LinkedHashSet<>();
        situation.forEach((fact, value) -> {
            boolean usual = fact.equals("treatment") || value.equals("local") || value.equals("none");
            if (!usual) {
                String key = fact.equals("tier") ? "fact.tier" : "fact." + value;
                String name = text(key, "value", value);
                names.add(name.equals(key) ? value : name);
            }
        });
        return String.join(text("explain.comma"), names);
    }

    static String payerName(Invocation invocation, Payer payer) {
        return invocation.text("payer." + payer.text());
    }

    private String text(String key, Object... facts) {
        return invocation.text(key, facts);
    }
}
