package org.minsheng.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minsheng.base.ProblemException;

/** Turns a parsed pack into plans, one a case, with every table resolved. */
public final class PackCompiler {
    /** Most combinations of facts that a pack may declare. */
    public static final int CASES_MAX = 20_000;

    /** Most portions: they are a bit set. */
    private static final int PORTIONS_MAX = 60;

    private final PolicyPack pack;
    private final List<Dimension> dimensions = new ArrayList<>();
    private Dimension portions;

    private PackCompiler(PolicyPack pack) {
        this.pack = pack;
        for (PolicyPack.FactRule rule : pack.facts()) {
            if (rule.name().equals(PolicyPack.PORTION)) {
                portions = new Dimension(rule);
            } else {
                dimensions.add(new Dimension(rule));
            }
        }
    }

    /** Parses and compiles a pack. */
    public static CompiledPack compile(String yaml) {
        return compile(PackParser.parse(yaml));
    }

    /**
     * The compiled pack. A case for which a table has no entry compiles too: its plan names the gap, and its claims are
     * held.
     */
    public static CompiledPack compile(PolicyPack pack) {
        return new PackCompiler(pack).compiled();
    }

    private CompiledPack compiled() {
        long cases = 1;
        for (Dimension dimension : dimensions) {
            cases *= dimension.size();
            if (cases > CASES_MAX || cases == 0) {
                throw tooMany(dimension.fact(), CASES_MAX);
            }
        }
        if (portions != null && portions.size() > PORTIONS_MAX) {
            throw tooMany(PolicyPack.PORTION, PORTIONS_MAX);
        }
        Plan[] plans = new Plan[(int) cases];
        CompiledPack bare = new CompiledPack(pack, dimensions, portions, plans);
        Set<String> asked = stagesOfPeriods();
        for (int number = 0; number < plans.length; number++) {
            Situation situation = bare.situation(number);
            if (isCovered(situation)) {
                plans[number] = plan(situation, asked);
            }
        }
        return bare;
    }

    private static ProblemException tooMany(String fact, int limit) {
        return PolicyProblem.TOO_MANY_CASES
                .at("facts." + fact, 1)
                .with("limit", limit)
                .asException();
    }

    private Set<String> stagesOfPeriods() {
        Set<String> stages = new HashSet<>();
        for (CounterRule counter : pack.counters()) {
            if (counter.where() != null) {
                stages.add(counter.where());
            }
        }
        return stages;
    }

    private boolean isCovered(Situation situation) {
        return pack.covers().isEmpty() || pack.covers().stream().anyMatch(cover -> cover.holds(situation));
    }

    private Plan plan(Situation situation, Set<String> asked) {
        CounterNames names = new CounterNames(pack, situation, dimensions, portions);
        StageCompiler compiler = new StageCompiler(pack, situation, names, asked, portions);
        List<Step> steps = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        for (int ordinal = 0; ordinal < pack.stages().size(); ordinal++) {
            StageRule stage = pack.stages().get(ordinal);
            if (stage.when().holds(situation)) {
                Step step = compiler.step(ordinal, stage);
                if (step == null) {
                    gaps.add(stage.id());
                } else {
                    steps.add(step);
                }
            }
        }
        List<String> counts = new ArrayList<>();
        for (CounterRule counter : pack.counters()) {
            if (counter.where() == null && counter.when().holds(situation)) {
                counts.add(names.of(counter.id(), counter.per(), false).of(0));
            }
        }
        boolean byPortion = portions != null && steps.stream().anyMatch(this::tellsPortionsApart);
        boolean byDay = steps.stream().anyMatch(step -> step instanceof Step.Share share && share.byDay());
        return new Plan(steps, counts, byPortion, byDay, gaps);
    }

    private boolean tellsPortionsApart(Step step) {
        boolean some = step.portions() != StageCompiler.allPortions(portions);
        boolean apart = (step instanceof Step.Share share && share.byPortion())
                || (step instanceof Step.Deductible deductible && deductible.byPortion())
                || (step instanceof Step.PatientCap cap && cap.byPortion());
        return some || apart;
    }

    /** Makes the names of counters in one case: {@code pool/310}, {@code month_cap/public}. */
    static final class CounterNames {
        private final PolicyPack pack;
        private final Situation situation;
        private final Map<String, Dimension> dimensions = new LinkedHashMap<>();
        private final Dimension portions;

        CounterNames(PolicyPack pack, Situation situation, List<Dimension> dimensions, Dimension portions) {
            this.pack = pack;
            this.situation = situation;
            this.portions = portions;
            for (Dimension dimension : dimensions) {
                this.dimensions.put(dimension.fact(), dimension);
            }
        }

        /** The counter {@code id}, apart by the facts of {@code per}; by portions only where asked. */
        CounterName of(String id, List<String> per, boolean byPortion) {
            StringBuilder name = new StringBuilder(id);
            for (String fact : per) {
                if (dimensions.containsKey(fact)) {
                    name.append('/').append(dimensions.get(fact).firstCode(situation.value(fact)));
                }
            }
            if (!byPortion || portions == null || !per.contains(PolicyPack.PORTION)) {
                return CounterName.of(name.toString().intern());
            }
            String[] names = new String[portions.size()];
            for (int portion = 0; portion < names.length; portion++) {
                String code = portions.firstCode(portions.name(portion));
                names[portion] = (name + "/" + code).intern();
            }
            return CounterName.ofPortions(names);
        }

        /** How the n-th time is found for a declared counter. */
        Step.Nth nth(String id) {
            CounterRule rule = pack.counters().stream()
                    .filter(counter -> counter.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            if (rule.where() == null) {
                return new Step.Nth(of(rule.id(), rule.per(), false), rule.window(), false);
            }
            StageRule stage = pack.stages().stream()
                    .filter(candidate -> candidate.id().equals(rule.where()))
                    .findFirst()
                    .orElseThrow();
            boolean joined = stage.operator() instanceof StageRule.PatientCap cap && cap.joinFrom() != null;
            return new Step.Nth(of(stage.id(), stage.per(), !joined), rule.window(), true);
        }
    }
}
