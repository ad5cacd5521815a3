package org.minsheng.cli.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.minsheng.base.Masked;
import org.minsheng.base.Ratio;
import org.minsheng.claim.ClaimExplanation;
import org.minsheng.claim.ClaimLine;
import org.minsheng.claim.ClaimRecord;
import org.minsheng.claim.StoredSettlement;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.render.Figures;
import org.minsheng.cli.render.TextWidth;
import org.minsheng.policy.Payer;

/** An explanation in words: what happened to the amount at each step, and the article that says so. */
final class ExplanationText {
    private static final String GAP = "   ";
    private static final String INDENT = "  ";

    private final ClaimExplanation explanation;
    private final StoredSettlement settlement;
    private final Invocation invocation;
    private final List<ExplainedStep> steps = new ArrayList<>();

    ExplanationText(ClaimExplanation explanation, Invocation invocation) {
        this.explanation = explanation;
        this.settlement = explanation.settlement();
        this.invocation = invocation;
        bill();
        if (settlement.outcome().equals("not_covered")) {
            add("not_covered", 0, text("explain.not_covered.note", "date", settlement.decidedOn()));
        }
        steps.addAll(StageText.of(invocation, explanation.situation(), explanation.steps()));
        sums();
    }

    /** The steps in their order. */
    List<ExplainedStep> steps() {
        return steps;
    }

    /** Which claim, whose, where, which rules decided it; then the steps, aligned. */
    String page() {
        StringBuilder page = new StringBuilder(heading()).append(policy()).append('\n');
        int stepWidth = 0;
        int amountWidth = 0;
        int noteWidth = 0;
        for (ExplainedStep step : steps) {
            stepWidth = Math.max(stepWidth, TextWidth.of(indented(step)));
            amountWidth = Math.max(amountWidth, Figures.money(step.amount()).length());
            noteWidth = Math.max(noteWidth, TextWidth.of(step.note()));
        }
        for (ExplainedStep step : steps) {
            String line = TextWidth.padRight(indented(step), stepWidth)
                    + GAP
                    + TextWidth.padLeft(Figures.money(step.amount()), amountWidth)
                    + GAP
                    + TextWidth.padRight(step.note(), noteWidth)
                    + GAP
                    + (step.article() == null ? "" : step.article());
            page.append(line.stripTrailing()).append('\n');
        }
        return page.append('\n').toString();
    }

    /** What is left of a ceiling belongs to the stage above it. */
    private static String indented(ExplainedStep step) {
        return (step.id().endsWith(".ceiling") ? INDENT + INDENT : INDENT) + step.step();
    }

    private String heading() {
        ClaimRecord claim = explanation.claim();
        return text(
                        "explain.heading",
                        "claim",
                        claim.claimNo(),
                        "treatment_name",
                        treatment(),
                        "tier",
                        settlement.tier(),
                        "person",
                        Masked.name(claim.personName()),
                        "number",
                        claim.residentId(),
                        "institution",
                        claim.institutionName(),
                        "date",
                        claim.endedOn())
                + "\n";
    }

    /** What the national codes call the treatment, else the pack, else its code. */
    private String treatment() {
        String code = explanation.claim().treatment();
        String named = explanation.situation().getOrDefault("treatment", code);
        for (String key : List.of("treatment." + code, "fact." + named)) {
            if (!text(key).equals(key)) {
                return text(key);
            }
        }
        return named;
    }

    private String policy() {
        return text(
                        "explain.policy",
                        "pack",
                        explanation.pack().id(),
                        "version",
                        explanation.pack().version(),
                        "status",
                        text("policy.status." + explanation.pack().status()),
                        "date",
                        settlement.decidedOn(),
                        "run",
                        settlement.runId())
                + "\n";
    }

    private void bill() {
        add("billed", settlement.billed(), linesNote(line -> true));
        part("own", settlement.own(), linesNote(line -> line.own() != 0));
        part("over_limit", settlement.overLimit(), overLimitNote());
        part("self_first", settlement.selfFirst(), selfFirstNote());
        add("in_scope", settlement.inScope(), "");
    }

    private void part(String id, long amount, String note) {
        if (amount != 0) {
            add(id, amount, note);
        }
    }

    private void sums() {
        long payingFunds = settlement.payers().entrySet().stream()
                .filter(entry -> entry.getKey().isFund() && entry.getValue() != 0)
                .count();
        if (payingFunds > 1) {
            add("funds", settlement.funds(), "");
        }
        add("patient", settlement.patient(), patientNote());
        part("hospital", settlement.payers().get(Payer.HOSP_PART), "");
    }

    private String linesNote(Predicate<ClaimLine> which) {
        return lines(explanation.lines().stream().filter(which).count());
    }

    private String lines(long count) {
        return text(count == 1 ? "explain.one-line" : "explain.lines", "count", count);
    }

    private String overLimitNote() {
        List<ClaimLine> cut = explanation.lines().stream()
                .filter(line -> line.overLimit() != 0)
                .toList();
        if (cut.size() != 1) {
            return lines(cut.size());
        }
        ClaimLine line = cut.get(0);
        return lines(1)
                + text(
                        "explain.limit",
                        "item",
                        line.itemCode(),
                        "limit",
                        Figures.price(line.priceLimit()),
                        "price",
                        Figures.price(line.unitPrice()));
    }

    private String selfFirstNote() {
        Set<BigDecimal> ratios = new TreeSet<>();
        long count = 0;
        for (ClaimLine line : explanation.lines()) {
            if (line.selfFirst() != 0) {
                count++;
                ratios.add(Ratio.decimal(line.selfFirstRatio()));
            }
        }
        return ratios.size() == 1
                ? lines(count)
                        + text(
                                "explain.at",
                                "ratio",
                                Figures.percent(ratios.iterator().next()))
                : lines(count);
    }

    private String patientNote() {
        List<String> notes = new ArrayList<>();
        for (Payer payer : List.of(Payer.ACCT, Payer.ACCT_MULAID, Payer.CASH)) {
            long amount = settlement.payers().get(payer);
            if (amount != 0) {
                notes.add(StageText.payerName(invocation, payer) + " " + Figures.money(amount));
            }
        }
        return String.join(" · ", notes);
    }

    private void add(String id, long amount, String note) {
        steps.add(new ExplainedStep(id, text("explain." + id), amount, note, null));
    }

    private String text(String key, Object... facts) {
        return invocation.text(key, facts);
    }
}
