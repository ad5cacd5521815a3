package org.minsheng.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.minsheng.base.Problem;
import org.minsheng.base.Ratio;

/** Looks for what is legal in the language and wrong in a policy: gaps, bands that do not rise, stages without article. */
public final class PackLint {
    private final CompiledPack pack;
    private final List<Problem> findings = new ArrayList<>();

    private PackLint(CompiledPack pack) {
        this.pack = pack;
    }

    /**
     * The findings on a pack, in the order of its stages; none for a pack in good order. Each carries {@code path} and
     * {@code line}.
     */
    public static List<Problem> findings(CompiledPack pack) {
        PackLint lint = new PackLint(pack);
        lint.gaps();
        lint.stages();
        lint.counters();
        if (pack.source().schemes().isEmpty()) {
            lint.findings.add(PolicyProblem.NO_SCHEME
                    .at("facts", 1)
                    .with("pack", pack.head().id())
                    .with("value", "-"));
        }
        if (pack.source().examples().isEmpty()) {
            lint.findings.add(PolicyProblem.NO_EXAMPLES.at("examples", 1));
        }
        return List.copyOf(lint.findings);
    }

    private void add(PolicyProblem problem, StageRule stage, String fact, Object value) {
        findings.add(problem.at("stages." + stage.id(), stage.line())
                .with("stage", stage.id())
                .with(fact, value));
    }

    /** Covered cases for which a stage has no value: one finding a stage, with the first case and how many. */
    private void gaps() {
        Map<String, Integer> count = new LinkedHashMap<>();
        Map<String, String> first = new LinkedHashMap<>();
        for (int number = 0; number < pack.cases(); number++) {
            Plan plan = pack.plan(number);
            if (plan == null) {
                continue;
            }
            for (String stage : plan.gaps()) {
                count.merge(stage, 1, Integer::sum);
                first.putIfAbsent(stage, text(pack.situation(number)));
            }
        }
        for (StageRule stage : pack.source().stages()) {
            if (count.containsKey(stage.id())) {
                findings.add(PolicyProblem.GAP
                        .at("stages." + stage.id(), stage.line())
                        .with("stage", stage.id())
                        .with("case", first.get(stage.id()))
                        .with("cases", count.get(stage.id())));
            }
        }
    }

    private String text(Situation situation) {
        List<String> facts = new ArrayList<>();
        for (String fact : pack.facts()) {
            facts.add(fact + " " + situation.value(fact));
        }
        return String.join(", ", facts);
    }

    private void stages() {
        for (int ordinal = 0; ordinal < pack.source().stages().size(); ordinal++) {
            StageRule stage = pack.stage(ordinal);
            if (stage.article().isBlank()) {
                add(PolicyProblem.NO_ARTICLE, stage, "op", stage.operator().text());
            }
            Set<Step> steps = stepsOf(ordinal);
            boolean gap = findings.stream()
                    .anyMatch(finding -> finding.code() == PolicyProblem.GAP
                            && stage.id().equals(finding.facts().get("stage")));
            if (steps.isEmpty() && !gap) {
                add(
                        PolicyProblem.STAGE_UNREACHABLE,
                        stage,
                        "op",
                        stage.operator().text());
            }
            bands(stage, steps);
        }
    }

    /** The different steps that a stage is in the covered cases. */
    private Set<Step> stepsOf(int ordinal) {
        Set<Step> steps = new HashSet<>();
        for (int number = 0; number < pack.cases(); number++) {
            Plan plan = pack.plan(number);
            if (plan != null) {
                plan.steps().stream().filter(step -> step.stage() == ordinal).forEach(steps::add);
            }
        }
        return steps;
    }

    private void bands(StageRule stage, Set<Step> steps) {
        Set<String> seen = new TreeSet<>();
        for (Step step : steps) {
            if (step instanceof Step.Share share) {
                for (Bands bands : share.bandsByNth()) {
                    Problem problem = bandProblem(stage, bands);
                    if (problem != null && seen.add(problem.code().code())) {
                        findings.add(problem);
                    }
                }
            }
        }
    }

    private static Problem bandProblem(StageRule stage, Bands bands) {
        String path = "stages." + stage.id() + ".bands";
        for (int band = 0; band < bands.size(); band++) {
            PolicyProblem problem = null;
            if (bands.ratio(band) > Rounding.SCALE) {
                problem = PolicyProblem.RATIO_OUT_OF_RANGE;
            } else if (band > 0 && bands.top(band) <= bands.top(band - 1)) {
                problem = PolicyProblem.BANDS_NOT_RISING;
            } else if (bands.top(band) <= bands.above()) {
                problem = PolicyProblem.BAND_UNREACHABLE;
            } else if (band == bands.size() - 1 && bands.top(band) != Long.MAX_VALUE) {
                problem = PolicyProblem.BANDS_END;
            }
            if (problem != null) {
                long ratio = bands.ratio(band) / (Rounding.SCALE / Ratio.ONE);
                return problem.at(path, stage.line())
                        .with("stage", stage.id())
                        .with("band", band + 1)
                        .with("ratio", Ratio.decimal((int) ratio).toPlainString());
            }
        }
        return null;
    }

    private void counters() {
        Set<String> used = new HashSet<>();
        for (StageRule stage : pack.source().stages()) {
            if (stage.operator() instanceof StageRule.Share share) {
                share.factors().forEach(factor -> used.add(String.valueOf(factor.counter())));
            } else if (stage.operator() instanceof StageRule.Deductible deductible) {
                deductible.factors().forEach(factor -> used.add(String.valueOf(factor.counter())));
            } else if (stage.operator() instanceof StageRule.PatientCap cap && cap.fromNth() != null) {
                used.add(cap.fromNth().counter());
            }
        }
        for (CounterRule counter : pack.source().counters()) {
            if (!used.contains(counter.id())) {
                findings.add(PolicyProblem.COUNTER_UNUSED
                        .at("counters." + counter.id(), counter.line())
                        .with("counter", counter.id()));
            }
        }
    }
}
