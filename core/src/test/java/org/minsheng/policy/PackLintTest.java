package org.minsheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minsheng.base.Problem;

class PackLintTest {
    private static final String HEAD = """
            pack: {id: p, version: "1", status: unverified, valid_from: 2025-01-01, valid_to: 2025-12-31}
            facts:
              scheme: {employee: "310"}
              person: {active: "11", retired: "12"}
              tier: {1: "1", 2: "2"}
            counters:
              stay: {count: claims, window: year}
            stages:
            """;

    private static List<String> codes(String stage) {
        List<Problem> findings = PackLint.findings(PackCompiler.compile(HEAD + stage));
        assertThat(findings).allSatisfy(finding -> assertThat(finding.facts()).containsKeys("path", "line"));
        return findings.stream().map(finding -> finding.code().code()).toList();
    }

    static List<String> shipped() {
        return Packs.builtInNames();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void findsNothingInTheShippedPacks(String name) {
        assertThat(PackLint.findings(Packs.builtIn(name))).isEmpty();
    }

    @Test
    void findsAGapAndSaysForWhom() {
        String stage =
                "- {id: s, op: share, payer: hifp, ratio: {by: tier, 1: 0.5}, article: a, times: {nth: stay, is: [1]}}\n";
        Problem gap = PackLint.findings(PackCompiler.compile(HEAD + stage)).get(0);
        assertThat(gap.code()).isEqualTo(PolicyProblem.GAP);
        assertThat(gap.facts())
                .containsEntry("stage", "s")
                .containsEntry("case", "scheme employee, person active, tier 2")
                .containsEntry("cases", 2)
                .containsEntry("line", 9);
    }

    @Test
    void findsBandsThatDoNotRise() {
        assertThat(
                        codes(
                                "- {id: s, op: share, payer: hifp, bands: [{to: 200, ratio: 0.5}, {to: 100, ratio: 0.6}, {ratio: 1}]}\n"))
                .contains("policy.bands-not-rising");
    }

    @Test
    void findsABandBelowTheThreshold() {
        assertThat(codes("- {id: s, op: share, payer: hifp, above: 300, bands: [{to: 200, ratio: 0.5}, {ratio: 1}]}\n"))
                .contains("policy.band-unreachable");
    }

    @Test
    void findsAnUnruledRestAboveTheLastBand() {
        assertThat(codes("- {id: s, op: share, payer: hifp, bands: [{to: 200, ratio: 0.5}]}\n"))
                .contains("policy.bands-end");
    }

    @Test
    void findsARatioThatPointsRaiseAboveOne() {
        assertThat(
                        codes(
                                "- {id: s, op: share, payer: hifp, ratio: 0.98, add: {when: {person: retired}, points: 0.03}}\n"))
                .contains("policy.ratio-out-of-range");
    }

    @Test
    void findsAStageThatNobodyReaches() {
        String covers = HEAD.replace("counters:", "covers: [{person: active}]\ncounters:");
        String stage = "- {id: s, op: share, when: {person: retired}, payer: hifp, ratio: 0.98}\n";
        assertThat(PackLint.findings(PackCompiler.compile(covers + stage)))
                .extracting(finding -> finding.code().code())
                .contains("policy.stage-unreachable");
    }

    @Test
    void findsWhatIsMissingAroundTheRules() {
        assertThat(codes("- {id: s, op: share, payer: hifp, ratio: 0.98}\n"))
                .containsExactly("policy.no-article", "policy.counter-unused", "policy.no-examples");
    }
}
