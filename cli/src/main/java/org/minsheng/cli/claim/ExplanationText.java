package org.minsheng.cli.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.minsheng.base.Masked;
import org.minsheng.base.Money;
import org.minsheng.claim.ClaimExplanation;
import org.minsheng.claim.ClaimLine;
import org.minsheng.claim.ClaimRecord;
import org.minsheng.claim.StoredSettlement;
import org.minsheng.claim.engine.Mark;
import org.minsheng.claim.engine.TrailStep;
import org.minsheng.cli.command.Invocation;
import org.minsheng.policy.Payer;

/** An explanation in words: what happened to the amount at each step, and the article that says so. */
final class ExplanationText {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final ClaimExplanation explanation;
    private final StoredSettlement settlement;
    private final Invocation invocation;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A step.
     *
     * @param step what happened
     * @param amount fen
     * @param note details in words; null for none
     * @param article where the policy says so; null where it names none
     */
    record Row(String step, long amount, String note, String article) {}

    ExplanationText(ClaimExplanation explanation, Invocation invocation) {
        this.explanation = explanation;
        this.settlement = explanation.settlement();
        this.invocation = invocation;
    }

    /** Which claim, whose, where, and which rules decided it. */
    String heading() {
        ClaimRecord claim = explanation.claim();
        return text(
                        "explain.heading",
                        "claim",
                        claim.claimNo(),
                        "treatment_name",
                        text("treatment." + claim.treatment()),
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
                + "\n"
                + text(
                        "explain.policy",
                        "pack",
                        explanation.pack().id(),
                        "version",
                        explanation.pack().version(),
                        "status",
                        explanation.pack().status(),
                        "run",
                        settlement.runId())
                + "\n\n";
    }

    /** The steps in their order. */
    List<Row> rows() {
        bill();
        if (settlement.outcome().equals("not_covered")) {
            add("explain.not-covered", 0, text("explain.not-covered.note", "date", settlement.decidedOn()), null);
        }
        explanation.steps().forEach(this::stage);
        add("explain.funds", settlement.funds(), null, null);
        add("explain.patient", settlement.patient(), patientNote(), null);
        if (settlement.payers().get(Payer.HOSP_PART) != 0) {
            add("explain.hospital", settlement.payers().get(Payer.HOSP_PART), null, null);
        }
        return rows;
    }

    private void bill() {
        add("explain.billed", settlement.billed(), linesNote(line -> true), null);
        part("explain.own", settlement.own(), linesNote(line -> line.own() != 0));
        part("explain.over-limit", settlement.overLimit(), overLimitNote());
        part("explain.self-first", settlement.selfFirst(), linesNote(line -> line.selfFirst() != 0));
        add("explain.in-scope", settlement.inScope(), null, null);
    }

    private void part(String key, long amount, String note) {
        if (amount != 0) {
            add(key, amount, note, null);
        }
    }

    private String linesNote(Predicate<ClaimLine> which) {
        long count = explanation.lines().stream().filter(which).count();
        return text("explain.lines", "count", count);
    }

    private String overLimitNote() {
        List<ClaimLine> cut = explanation.lines().stream()
                .filter(line -> line.overLimit() != 0)
                .toList();
        String lines = text("explain.lines", "count", cut.size());
        if (cut.size() != 1) {
            return lines;
        }
        ClaimLine line = cut.get(0);
        return lines
                + text(
                        "explain.limit",
                        "item",
                        line.itemCode(),
                        "limit",
                        line.priceLimit().stripTrailingZeros().toPlainString(),
                        "price",
                        line.unitPrice().stripTrailingZeros().toPlainString());
    }

    private void stage(TrailStep step) {
        Mark mark = step.mark();
        String operator = step.stage().operator().text();
        Payer payer = step.stage().operator().payer();
        String name =
                payer == null ? text("explain." + operator) : text("explain." + operator, "payer", payerName(payer));
        List<String> notes = new ArrayList<>();
        if (mark.nth() > 0) {
            notes.add(text("explain.nth", "nth", mark.nth()));
        }
        if (payer == null) {
            notes.add(text("explain.deductible-open", "amount", Money.yuan(mark.limit())));
        }
        for (TrailStep.Band band : step.bands()) {
            notes.add(text("explain.band", "ratio", percent(band.ratio()), "amount", Money.yuan(band.amount())));
        }
        if (mark.cut() != 0) {
            notes.add(text("explain.cut", "amount", Money.yuan(mark.cut())));
        }
        if (step.ceilingWindow() != null) {
            notes.add(text(
                    "explain.ceiling",
                    "left",
                    Money.yuan(mark.left()),
                    "ceiling",
                    Money.yuan(step.ceilingAmount()),
                    "window",
                    text("explain.window." + step.ceilingWindow().kind().name().toLowerCase(Locale.ROOT))));
        }
        rows.add(new Row(
                name, mark.amount(), String.join(" · ", notes), step.stage().article()));
    }

    private String patientNote() {
        List<String> notes = new ArrayList<>();
        for (Payer payer : List.of(Payer.ACCT, Payer.ACCT_MULAID, Payer.CASH)) {
            long amount = settlement.payers().get(payer);
            if (amount != 0) {
                notes.add(payerName(payer) + " " + Money.yuan(amount));
            }
        }
        return String.join(" · ", notes);
    }

    private String payerName(Payer payer) {
        return text("payer." + payer.text());
    }

    private static String percent(BigDecimal ratio) {
        return ratio.multiply(PERCENT).stripTrailingZeros().toPlainString() + " %";
    }

    private void add(String key, long amount, String note, String article) {
        rows.add(new Row(text(key), amount, note, article));
    }

    private String text(String key, Object... facts) {
        return invocation.text(key, facts);
    }
}
