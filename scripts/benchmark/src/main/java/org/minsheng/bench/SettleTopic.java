package org.minsheng.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The main job: a city's files loaded, a year of claims settled, and as many again on the history of the first. */
final class SettleTopic implements Topic {
    private static final double IMPORT_RATIO_MIN = 0.6;
    private static final double SETTLED_PER_SECOND_MIN = 50_000;
    private static final double GENERATED_PER_SECOND_MIN = 1_000_000 / 120.0;
    private static final double ENGINE_PER_SECOND_MIN = 250_000;
    private static final double MEMORY_MIBI_MAX = 1024;
    /** How much of its speed a figure may lose from the smallest to the largest data. */
    private static final double GROWTH_RATIO_MIN = 0.7;

    private static final double SEVERAL_ROUNDS_UP_TO = 0.3;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "settle";
    }

    @Override
    public String description() {
        return "load a city, settle its claims";
    }

    @Override
    public double defaultScale() {
        return 0.1;
    }

    @Override
    public int defaultRounds(double scale) {
        return scale <= SEVERAL_ROUNDS_UP_TO ? ROUNDS : 1;
    }

    @Override
    public List<Figure> measure(BenchHome home, double scale, int count) {
        List<CityRound> rounds = new ArrayList<>();
        try (BenchCity city = BenchCity.make(home, scale)) {
            for (int i = 0; i < count; i++) {
                rounds.add(CityRound.run(city, true));
            }
            return figures(city, rounds);
        }
    }

    private static List<Figure> figures(BenchCity city, List<CityRound> rounds) {
        Goal imports = Goal.ratio(IMPORT_RATIO_MIN);
        Goal settles = Goal.atLeast(SETTLED_PER_SECOND_MIN);
        Goal memory = Goal.atMost(MEMORY_MIBI_MAX);
        Measured persons = median(rounds, CityRound::persons);
        Measured barePersons = median(rounds, CityRound::barePersons);
        Measured claims = median(rounds, CityRound::claims);
        Measured bareClaims = median(rounds, CityRound::bareClaims);
        Measured bareByTwo = median(rounds, CityRound::bareClaimsByTwo);
        Measured settle = median(rounds, CityRound::settle);
        Measured bareSettle = median(rounds, CityRound::bareSettle);
        Measured again = median(rounds, CityRound::settleOnHistory);
        Measured bareAgain = median(rounds, CityRound::bareSettleOnHistory);
        Measured engine = median(rounds, CityRound::engine);
        Measured bareEngine = median(rounds, CityRound::bareEngine);
        return List.of(
                new Figure(
                        "generate",
                        city.generated().rate(),
                        "people/s",
                        city.bareGenerated().rate(),
                        Goal.atLeast(GENERATED_PER_SECOND_MIN)),
                new Figure("persons_import", persons.rate(), "rows/s", barePersons.rate(), imports),
                new Figure("claims_import", claims.rate(), "rows/s", bareClaims.rate(), imports),
                new Figure("claims_import_to_bare_by_two", claims.rate(), "rows/s", bareByTwo.rate(), null),
                new Figure("settle_new_year", settle.rate(), "claims/s", bareSettle.rate(), settles),
                new Figure("settle_on_a_years_history", again.rate(), "claims/s", bareAgain.rate(), settles),
                new Figure(
                        "engine_alone",
                        engine.rate(),
                        "claims/s",
                        bareEngine.rate(),
                        Goal.atLeast(ENGINE_PER_SECOND_MIN)),
                memory("generate_memory", List.of(city.generated()), List.of(city.bareGenerated()), memory),
                memory("import_memory", both(rounds, CityRound::claims), both(rounds, CityRound::bareClaims), memory),
                memory(
                        "settle_memory",
                        both(rounds, CityRound::settleOnHistory),
                        both(rounds, CityRound::bareSettleOnHistory),
                        memory));
    }

    /** What a round measured. */
    private interface Part {
        Measured of(CityRound round);
    }

    private static Measured median(List<CityRound> rounds, Part part) {
        return Measured.median(both(rounds, part));
    }

    private static List<Measured> both(List<CityRound> rounds, Part part) {
        return rounds.stream().map(part::of).toList();
    }

    private static Figure memory(String name, List<Measured> ours, List<Measured> bare, Goal goal) {
        double most = Measured.largest(ours).peakMibi();
        return new Figure(name, most, "MiB", Measured.largest(bare).peakMibi(), goal);
    }

    @Override
    public List<Figure> growth(BenchHome home, List<Double> scales) {
        List<Figure> figures = new ArrayList<>();
        CityRound smallest = null;
        for (double scale : scales) {
            try (BenchCity city = BenchCity.make(home, scale)) {
                CityRound round = CityRound.run(city, false);
                smallest = smallest == null ? round : smallest;
                figures.addAll(growth(city, round, smallest));
            }
        }
        return figures;
    }

    private static List<Figure> growth(BenchCity city, CityRound round, CityRound smallest) {
        Goal keeps = Goal.ratio(GROWTH_RATIO_MIN);
        String size = String.format(Locale.ROOT, "_%.1f_million", round.settle().rows() / 1e6);
        Measured again = round.settleOnHistory();
        return List.of(
                new Figure(
                        "claims_import" + size,
                        round.claims().rate(),
                        "rows/s",
                        smallest.claims().rate(),
                        keeps),
                new Figure(
                        "settle_new_year" + size,
                        round.settle().rate(),
                        "claims/s",
                        smallest.settle().rate(),
                        keeps),
                new Figure(
                        "settle_on_a_years_history" + size,
                        again.rate(),
                        "claims/s",
                        smallest.settleOnHistory().rate(),
                        keeps),
                new Figure(
                        "memory" + size,
                        Measured.largest(List.of(city.generated(), round.claims(), again))
                                .peakMibi(),
                        "MiB",
                        Measured.largest(List.of(smallest.claims(), smallest.settleOnHistory()))
                                .peakMibi(),
                        Goal.atMost(MEMORY_MIBI_MAX)));
    }
}
