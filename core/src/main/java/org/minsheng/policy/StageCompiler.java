package org.minsheng.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.minsheng.base.Ratio;

/** Resolves the stages of a pack in one case. */
final class StageCompiler {
    private static final int SCALE_DECIMALS = 8;

    private final PolicyPack pack;
    private final Situation situation;
    private final PackCompiler.CounterNames names;
    private final Set<String> askedByCounters;
    private final Dimension portions;

    /**
     * A compiler of one case.
     *
     * @param askedByCounters ids of stages whose payments a declared counter looks at
     */
    StageCompiler(
            PolicyPack pack,
            Situation situation,
            PackCompiler.CounterNames names,
            Set<String> askedByCounters,
            Dimension portions) {
        this.pack = pack;
        this.situation = situation;
        this.names = names;
        this.askedByCounters = askedByCounters;
        this.portions = portions;
    }

    static long allPortions(Dimension portions) {
        return portions == null ? 1L : (1L << portions.size()) - 1;
    }

    /** The stage in this case; null when a table has no entry for it. */
    Step step(int ordinal, StageRule stage) {
        return switch (stage.operator().text()) {
            case "share" -> share(ordinal, stage, (StageRule.Share) stage.operator());
            case "deductible" -> deductible(ordinal, stage, (StageRule.Deductible) stage.operator());
            case "patient_cap" -> patientCap(ordinal, stage, (StageRule.PatientCap) stage.operator());
            default -> draw(ordinal, stage, (StageRule.Draw) stage.operator());
        };
    }

    private long portionsOf(StageRule stage) {
        if (portions == null) {
            return 1L;
        }
        long bits = 0;
        for (int portion = 0; portion < portions.size(); portion++) {
            if (stage.when().holdsForPortion(portions.name(portion))) {
                bits |= 1L << portion;
            }
        }
        return bits;
    }

    private boolean byPortion(StageRule stage) {
        return portions != null && stage.per().contains(PolicyPack.PORTION);
    }

    private Step share(int ordinal, StageRule stage, StageRule.Share rule) {
        List<Bands> bands = bandsByNth(stage, rule);
        List<Step.Ceiling> ceilings = ceilings(stage, rule.ceilings());
        if (bands == null || ceilings == null) {
            return null;
        }
        StageRule.On on = rule.on();
        boolean remembers = on.cumulative() != null || needsPaid(stage, rule.ceilings());
        return new Step.Share(
                ordinal,
                portionsOf(stage),
                stage.rounding(),
                rule.payer(),
                byPortion(stage),
                rule.ceilings().stream().anyMatch(ceiling -> ceiling.window().kind() == Window.Kind.DAY),
                on.quantity(),
                on.cutBy() == null ? -1 : ordinalOf(on.cutBy()),
                on.cumulative(),
                on.cumulative() == null ? null : names.of(stage.id() + ".on", stage.per(), true),
                remembers ? names.of(stage.id(), stage.per(), true) : null,
                bands,
                nth(rule.factors()),
                ceilings);
    }

    private int ordinalOf(String id) {
        for (int ordinal = 0; ordinal < pack.stages().size(); ordinal++) {
            if (pack.stages().get(ordinal).id().equals(id)) {
                return ordinal;
            }
        }
        throw new IllegalStateException("the parser admits only stages that exist: " + id);
    }

    private boolean needsPaid(StageRule stage, List<StageRule.Ceiling> ceilings) {
        return askedByCounters.contains(stage.id())
                || ceilings.stream()
                        .anyMatch(ceiling ->
                                ceiling.window().remembers() && ceiling.window().kind() != Window.Kind.DAY);
    }

    private Step.Nth nth(List<StageRule.Factor> factors) {
        for (StageRule.Factor factor : factors) {
            if (factor.counter() != null) {
                return names.nth(factor.counter());
            }
        }
        return null;
    }

    /** The factor at each time, one where no counter is asked; null for a gap. */
    private List<BigDecimal> factorsByNth(StageRule stage, List<StageRule.Factor> factors) {
        BigDecimal common = BigDecimal.ONE;
        List<Integer> times = List.of(Ratio.ONE);
        int byCounter = 0;
        for (StageRule.Factor factor : factors) {
            if (factor.counter() != null) {
                times = factor.is();
                byCounter++;
                continue;
            }
            Integer ratio = factor.by().in(situation);
            if (ratio == null) {
                return null;
            }
            common = common.multiply(Ratio.decimal(ratio));
        }
        if (byCounter > 1) {
            throw PolicyProblem.NOT_TOGETHER
                    .at("stages." + stage.id(), stage.line())
                    .with("what", "two factors by counter in one stage")
                    .asException();
        }
        List<BigDecimal> result = new ArrayList<>();
        for (int time : times) {
            result.add(common.multiply(Ratio.decimal(time)));
        }
        return result;
    }

    private List<Bands> bandsByNth(StageRule stage, StageRule.Share rule) {
        List<BigDecimal> factors = factorsByNth(stage, rule.factors());
        BigDecimal points = BigDecimal.ZERO;
        for (StageRule.Addition addition : rule.additions()) {
            if (addition.when().holds(situation)) {
                Integer more = addition.points().in(situation);
                if (more == null) {
                    return null;
                }
                points = points.add(Ratio.decimal(more));
            }
        }
        Long above = rule.above().in(situation);
        if (factors == null || above == null) {
            return null;
        }
        List<Bands> result = new ArrayList<>();
        for (BigDecimal factor : factors) {
            Bands bands = bands(stage, rule.bands(), above, points, factor);
            if (bands == null) {
                return null;
            }
            result.add(bands);
        }
        return List.copyOf(result);
    }

    private Bands bands(StageRule stage, List<StageRule.Band> rules, long above, BigDecimal points, BigDecimal factor) {
        long[] tops = new long[rules.size()];
        long[] ratios = new long[rules.size()];
        for (int band = 0; band < tops.length; band++) {
            StageRule.Band rule = rules.get(band);
            Long to =
                    rule.to() == null ? Long.valueOf(Long.MAX_VALUE) : rule.to().in(situation);
            Integer ratio = rule.ratio().in(situation);
            if (to == null || ratio == null) {
                return null;
            }
            tops[band] = to;
            ratios[band] = scaled(stage, Ratio.decimal(ratio).add(points).multiply(factor));
        }
        return new Bands(above, tops, ratios);
    }

    private static long scaled(StageRule stage, BigDecimal ratio) {
        BigDecimal scaled = ratio.movePointRight(SCALE_DECIMALS);
        if (scaled.stripTrailingZeros().scale() > 0) {
            throw PolicyProblem.NOT_TOGETHER
                    .at("stages." + stage.id(), stage.line())
                    .with("what", "a ratio of more than " + SCALE_DECIMALS + " decimals after points and factors")
                    .asException();
        }
        return scaled.setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    }

    private List<Step.Ceiling> ceilings(StageRule stage, List<StageRule.Ceiling> rules) {
        List<Step.Ceiling> ceilings = new ArrayList<>();
        for (StageRule.Ceiling rule : rules) {
            Long amount = rule.amount().in(situation);
            if (amount == null) {
                return null;
            }
            CounterName counter =
                    switch (rule.window().kind()) {
                        case CLAIM -> null;
                        case DAY -> names.of(stage.id() + ".day", stage.per(), true);
                        default -> names.of(stage.id(), stage.per(), true);
                    };
            ceilings.add(new Step.Ceiling(amount, rule.window(), counter));
        }
        return List.copyOf(ceilings);
    }

    private Step deductible(int ordinal, StageRule stage, StageRule.Deductible rule) {
        Amount amount = rule.amount().in(situation);
        List<BigDecimal> factors = factorsByNth(stage, rule.factors());
        if (amount == null || factors == null) {
            return null;
        }
        List<Step.Limit> amounts = new ArrayList<>();
        for (BigDecimal factor : factors) {
            amounts.add(limit(stage, amount, rule.window(), factor));
        }
        return new Step.Deductible(
                ordinal,
                portionsOf(stage),
                stage.rounding(),
                byPortion(stage),
                List.copyOf(amounts),
                nth(rule.factors()),
                rule.window(),
                rule.window().remembers() ? names.of(stage.id(), stage.per(), true) : null);
    }

    private Step.Limit limit(StageRule stage, Amount amount, Window stageWindow, BigDecimal factor) {
        Window window = amount.window() == null ? stageWindow : amount.window();
        boolean counted = window.remembers() && !amount.isFlat();
        BigDecimal base = BigDecimal.valueOf(amount.base()).multiply(factor);
        return new Step.Limit(
                stage.rounding().ofScaled(base.multiply(BigDecimal.valueOf(Rounding.SCALE))),
                scaled(stage, Ratio.decimal(amount.plus()).multiply(factor)),
                amount.of(),
                amount.over(),
                window,
                counted ? names.of(stage.id() + "." + amount.of().text(), stage.per(), true) : null);
    }

    private Step patientCap(int ordinal, StageRule stage, StageRule.PatientCap rule) {
        List<Step.Limit> limits = new ArrayList<>();
        for (Choice<Amount> choice : rule.limits()) {
            Amount amount = choice.in(situation);
            if (amount == null) {
                return null;
            }
            limits.add(limit(stage, amount, rule.window(), BigDecimal.ONE));
        }
        Long joinFrom =
                rule.joinFrom() == null ? Long.valueOf(-1) : rule.joinFrom().in(situation);
        StageRule.FromNth fromNth = rule.fromNth();
        Long lower = fromNth == null ? Long.valueOf(0) : fromNth.amount().in(situation);
        if (joinFrom == null || lower == null) {
            return null;
        }
        boolean remembers = limits.stream().anyMatch(limit -> limit.window().remembers());
        boolean paid = remembers || askedByCounters.contains(stage.id());
        return new Step.PatientCap(
                ordinal,
                portionsOf(stage),
                stage.rounding(),
                rule.payer(),
                byPortion(stage),
                joinFrom,
                rule.on(),
                List.copyOf(limits),
                fromNth == null ? null : names.nth(fromNth.counter()),
                fromNth == null ? 0 : fromNth.nth(),
                fromNth == null ? null : limit(stage, Amount.flat(lower), rule.window(), BigDecimal.ONE),
                paid ? names.of(stage.id(), stage.per(), joinFrom < 0) : null,
                remembers ? names.of(stage.id() + "." + rule.on().text() + "_before", stage.per(), true) : null);
    }

    private Step draw(int ordinal, StageRule stage, StageRule.Draw rule) {
        List<Step.Ceiling> ceilings = ceilings(stage, rule.ceilings());
        Amount upTo = rule.upTo() == null ? Amount.flat(0) : rule.upTo().in(situation);
        if (ceilings == null || upTo == null) {
            return null;
        }
        return new Step.Draw(
                ordinal,
                portionsOf(stage),
                stage.rounding(),
                rule.payer(),
                rule.on(),
                rule.upTo() == null ? null : limit(stage, upTo, Window.CLAIM, BigDecimal.ONE),
                needsPaid(stage, rule.ceilings()) ? names.of(stage.id(), stage.per(), false) : null,
                ceilings);
    }
}
