package org.minsheng.claim.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.minsheng.base.Money;
import org.minsheng.base.Problem;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Facts;
import org.minsheng.policy.Payer;
import org.minsheng.policy.PolicyPack.Example;
import org.minsheng.policy.PolicyPack.ExampleSlice;
import org.minsheng.policy.PolicyProblem;
import org.minsheng.policy.StageRule;

/** Runs the worked examples of a pack through the one engine: thousands in a second. */
public final class PackTest {
    private static final Set<String> OF_CLAIMS = Set.of("scheme", "person", "treatment", "tier", "referral");

    private final CompiledPack pack;
    private final Map<String, PersonState> personAfter = new HashMap<>();
    private final Set<Integer> stagesReached = new TreeSet<>();

    private PackTest(CompiledPack pack) {
        this.pack = pack;
    }

    /**
     * What came out of a pack's examples.
     *
     * @param results one an example, in order
     * @param stagesReached ordinals of the stages that had something to decide in any of them
     */
    public record Report(List<Result> results, Set<Integer> stagesReached) {
        public Report {
            results = List.copyOf(results);
            stagesReached = Set.copyOf(stagesReached);
        }

        /** How many failed. */
        public long failed() {
            return results.stream()
                    .filter(result -> !result.differences().isEmpty())
                    .count();
        }
    }

    /**
     * What came out of one example.
     *
     * @param example the example
     * @param settled what the engine made of it
     * @param differences what differs from the expectation; empty when it passed
     */
    public record Result(Example example, Settled settled, List<Difference> differences) {
        public Result {
            differences = List.copyOf(differences);
        }
    }

    /**
     * One difference.
     *
     * @param what the payer or amount, {@code outcome} or {@code held}
     * @param expected as the example has it; amounts in yuan
     * @param found as the engine has it
     */
    public record Difference(String what, String expected, String found) {}

    /** Runs all examples of a pack. */
    public static Report run(CompiledPack pack) {
        PackTest test = new PackTest(pack);
        List<Result> results = new ArrayList<>();
        for (Example example : pack.source().examples()) {
            results.add(test.result(example));
        }
        return new Report(results, test.stagesReached);
    }

    /** The findings on stages that no worked example reaches. */
    public static List<Problem> stagesWithoutExample(CompiledPack pack) {
        Report report = run(pack);
        List<Problem> findings = new ArrayList<>();
        for (int ordinal = 0; ordinal < pack.source().stages().size(); ordinal++) {
            StageRule stage = pack.stage(ordinal);
            if (!report.stagesReached().contains(ordinal)) {
                findings.add(PolicyProblem.STAGE_WITHOUT_EXAMPLE
                        .at("stages." + stage.id(), stage.line())
                        .with("stage", stage.id()));
            }
        }
        return findings;
    }

    private Result result(Example example) {
        PersonState before = before(example);
        Settled settled = SettlementEngine.settle(pack, before, claim(example));
        PersonState after = before.plus(settled);
        personAfter.put(example.id(), after);
        settled.trail().marks().forEach(mark -> stagesReached.add(mark.stage()));
        return new Result(example, settled, differences(example, settled, after));
    }

    private PersonState before(Example example) {
        if (example.after() == null) {
            return PersonState.of(example.balance(), CounterEntries.decode(example.history(), example.date()));
        }
        return personAfter.get(example.after());
    }

    private PricedClaim claim(Example example) {
        List<PricedSlice> slices = new ArrayList<>();
        for (ExampleSlice slice : example.slices()) {
            String portion = code("portion", slice.portion());
            long billed = slice.own() + slice.overLimit() + slice.selfFirst() + slice.inScope();
            for (LocalDate day = slice.from(); !day.isAfter(slice.to()); day = day.plusDays(1)) {
                slices.add(new PricedSlice(
                        day, portion, billed, slice.own(), slice.overLimit(), slice.selfFirst(), slice.inScope()));
            }
        }
        return new PricedClaim(new ClaimKey("example", example.id()), example.date(), facts(example), slices);
    }

    private Facts facts(Example example) {
        Map<String, String> codes = new LinkedHashMap<>();
        example.facts().forEach((fact, value) -> codes.put(fact, code(fact, value)));
        boolean uninsured = "none".equals(example.facts().get("person"))
                && codes.get("person").equals("none");
        String person = uninsured ? null : codes.getOrDefault("person", "");
        Map<String, String> further = new HashMap<>(codes);
        further.keySet().removeAll(OF_CLAIMS);
        return new Facts(
                codes.get("scheme"), person, codes.get("treatment"), codes.get("tier"), codes.get("referral"), further);
    }

    /** The code of a value name; a value with a question mark is a code itself. */
    private String code(String fact, String value) {
        if (value.startsWith("?")) {
            return value.substring(1);
        }
        String code = pack.code(fact, value);
        return code == null ? value : code;
    }

    private static List<Difference> differences(Example example, Settled settled, PersonState after) {
        List<Difference> differences = new ArrayList<>();
        String outcome = settled.outcome().label();
        compare(differences, "outcome", example.outcome(), outcome);
        if (example.held() != null) {
            String held = settled.held() == null ? "" : settled.held().code().code();
            compare(differences, "held", example.held(), held);
        }
        Set<String> named = new HashSet<>(example.expected().keySet());
        example.expected()
                .forEach((what, fen) -> compare(differences, what, yuan(fen), yuan(amount(what, settled, after))));
        if (!named.isEmpty() && !named.contains("funds")) {
            // A fund that an example does not name pays nothing in it.
            for (Payer payer : Payer.values()) {
                if (payer.isFund() && !named.contains(payer.text())) {
                    compare(
                            differences,
                            payer.text(),
                            yuan(0),
                            yuan(settled.payers().of(payer)));
                }
            }
        }
        return differences;
    }

    private static String yuan(long fen) {
        return Money.yuan(fen);
    }

    private static void compare(List<Difference> differences, String what, String expected, String found) {
        if (!expected.equals(found)) {
            differences.add(new Difference(what, expected, found));
        }
    }

    private static long amount(String what, Settled settled, PersonState after) {
        Payers payers = settled.payers();
        return switch (what) {
            case "deductible" -> payers.deductible();
            case "funds" -> payers.funds();
            case "patient" -> payers.patient();
            case "billed" -> payers.billed();
            case "in_scope" -> payers.inScope();
            case "balance" -> after.balance();
            default -> payers.of(Payer.valueOf(what.toUpperCase(Locale.ROOT)));
        };
    }
}
