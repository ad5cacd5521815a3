package org.minsheng.claim.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.policy.Bands;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Facts;
import org.minsheng.policy.Plan;
import org.minsheng.policy.Rounding;
import org.minsheng.policy.StageRule;
import org.minsheng.policy.Step;
import org.minsheng.policy.Window;

/**
 * One stage of a settlement with all that explains it: the mark of the trail and what the pack says of the case.
 *
 * @param stage the stage as the pack has it: id, operator, payer, article
 * @param mark what was decided
 * @param bands the bands of a share that the amount reached, lowest first; empty for other operators
 * @param nthWindow over which {@link Mark#nth} is counted; null where the stage does not ask
 * @param firstLimit fen of a deductible at the first time; -1 for other operators and where it depends on the claim
 * @param dayCeiling fen that are paid for one day of care at most; -1 when no ceiling is daily
 * @param ceilingAmount fen of the ceiling that {@link Mark#left} speaks of; -1 when there is none
 * @param ceilingWindow its window; null when there is none
 */
public record TrailStep(
        StageRule stage,
        Mark mark,
        List<Band> bands,
        Window nthWindow,
        long firstLimit,
        long dayCeiling,
        long ceilingAmount,
        Window ceilingWindow) {
    public TrailStep {
        bands = List.copyOf(bands);
    }

    /**
     * A band that an amount reached.
     *
     * @param from fen where it begins
     * @param to fen where it ends; {@link Long#MAX_VALUE} for the last
     * @param ratio with points and factors
     * @param amount fen of the amount that lie in it; of a cumulative share's whole total
     */
    public record Band(long from, long to, BigDecimal ratio, long amount) {}

    /**
     * The stages of a trail, explained.
     *
     * @param pack the very version it was settled with
     * @param facts the facts it was settled with
     */
    public static List<TrailStep> explain(CompiledPack pack, Facts facts, Trail trail) {
        int number = facts.personType() == null ? -1 : pack.caseOf(facts);
        Plan plan = number < 0 ? null : pack.plan(number);
        List<TrailStep> steps = new ArrayList<>();
        for (Mark mark : trail.marks()) {
            Step step = stepOf(plan, mark.stage());
            if (step != null) {
                steps.add(explained(pack, step, mark));
            }
        }
        return steps;
    }

    private static Step stepOf(Plan plan, int stage) {
        if (plan == null) {
            return null;
        }
        for (Step step : plan.steps()) {
            if (step.stage() == stage) {
                return step;
            }
        }
        return null;
    }

    private static TrailStep explained(CompiledPack pack, Step step, Mark mark) {
        List<Step.Ceiling> ceilings = List.of();
        List<Band> bands = List.of();
        if (step instanceof Step.Share share) {
            ceilings = share.ceilings();
            bands = reached(share.bands(mark.nth()), mark.before() + mark.basis());
        } else if (step instanceof Step.Draw draw) {
            ceilings = draw.ceilings();
        }
        StageRule rule = pack.stage(step.stage());
        Step.Nth nth = nthOf(step);
        boolean marked = mark.left() >= 0 && mark.ceiling() < ceilings.size();
        Step.Ceiling ceiling = marked ? ceilings.get(mark.ceiling()) : null;
        return new TrailStep(
                rule,
                mark,
                bands,
                nth == null ? null : nth.window(),
                firstLimit(step),
                dayCeiling(ceilings),
                marked ? ceiling.amount() : -1,
                marked ? ceiling.window() : null);
    }

    private static long dayCeiling(List<Step.Ceiling> ceilings) {
        return ceilings.stream()
                .filter(ceiling -> ceiling.window().kind() == Window.Kind.DAY)
                .mapToLong(Step.Ceiling::amount)
                .min()
                .orElse(-1);
    }

    private static Step.Nth nthOf(Step step) {
        if (step instanceof Step.Share share) {
            return share.nth();
        }
        if (step instanceof Step.Deductible deductible) {
            return deductible.nth();
        }
        return step instanceof Step.PatientCap cap ? cap.nth() : null;
    }

    private static long firstLimit(Step step) {
        if (step instanceof Step.Deductible deductible && deductible.amount(1).plus() == 0) {
            return deductible.amount(1).base();
        }
        return -1;
    }

    /** The window over which the stage sums up what it is taken of; null when it looks at this claim alone. */
    public Window cumulative() {
        return stage.operator() instanceof StageRule.Share share ? share.on().cumulative() : null;
    }

    private static List<Band> reached(Bands bands, long amount) {
        List<Band> reached = new ArrayList<>();
        long from = bands.above();
        for (int band = 0; band < bands.size() && from < amount; band++) {
            long to = bands.top(band);
            if (to > from) {
                BigDecimal ratio = BigDecimal.valueOf(bands.ratio(band))
                        .divide(BigDecimal.valueOf(Rounding.SCALE))
                        .stripTrailingZeros();
                reached.add(new Band(from, to, ratio, Math.min(to, amount) - from));
                from = to;
            }
        }
        return reached;
    }
}
