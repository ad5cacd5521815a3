package org.minsheng.claim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.base.ProblemKind;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Facts;
import org.minsheng.policy.PackCompiler;
import org.minsheng.policy.Packs;
import org.minsheng.policy.TestPacks;

class HeldCasesTest {
    private static final CompiledPack PACK = Packs.builtIn("qingdao-demo");
    private static final LocalDate DATE = LocalDate.of(2025, 3, 18);
    private static final Facts STAY = new Facts("310", "11", "21", "3", "local");

    private static Settled settle(CompiledPack pack, Facts facts, LocalDate date, PricedSlice... slices) {
        PricedClaim claim = new PricedClaim(new ClaimKey("H1", "C1"), date, facts, List.of(slices));
        Settled settled = SettlementEngine.settle(pack, PersonState.NEW, claim);
        if (settled.outcome() == Outcome.HELD) {
            assertThat(settled.payers()).isEqualTo(Payers.NONE);
            assertThat(settled.entries()).isEmpty();
            assertThat(settled.held().code().kind()).isEqualTo(ProblemKind.FINDING);
            assertThat(PersonState.NEW.plus(settled)).isEqualTo(PersonState.NEW);
        }
        return settled;
    }

    private static PricedSlice inScope(LocalDate date, long fen) {
        return new PricedSlice(date, "", fen, 0, 0, 0, fen);
    }

    private static String held(Facts facts, LocalDate date, PricedSlice... slices) {
        return settle(PACK, facts, date, slices).held().code().code();
    }

    @ParameterizedTest
    @CsvSource({
        "340, 11, 21, 3, local,    claim.unknown-scheme",
        "310, 99, 21, 3, local,    claim.unknown-person-type",
        "310, 11, 99, 3, local,    claim.unknown-treatment",
        "310, 11, 21, 4, local,    claim.unknown-tier",
        "310, 11, 21, 3, elsewhere, claim.unknown-referral",
        "310, 11, 21, '', local,   claim.no-rule",
        "310, 14, 21, 3, local,    claim.no-rule",
    })
    void holdsWhatThePackDoesNotRule(
            String scheme, String person, String treatment, String tier, String referral, String code) {
        Facts facts = new Facts(scheme, person, treatment, tier, referral);
        assertThat(held(facts, DATE, inScope(DATE, 100))).isEqualTo(code);
    }

    @Test
    void namesTheStageThatHasAGap() {
        String yaml = Packs.builtInText("qingdao-demo").replace("local: 1, filed: 1, ", "local: 1, ");
        int examples = yaml.indexOf("examples:");
        CompiledPack gapped = PackCompiler.compile(yaml.substring(0, examples));
        Facts filed = new Facts("310", "11", "21", "3", "filed");
        Settled settled = settle(gapped, filed, DATE, inScope(DATE, 100));
        assertThat(settled.held().code()).isEqualTo(SettlementProblem.NO_RULE);
        assertThat(settled.held().facts()).containsEntry("stage", "pool");
        assertThat(settle(gapped, STAY, DATE, inScope(DATE, 100)).outcome()).isEqualTo(Outcome.SETTLED);
    }

    @Test
    void holdsAmountsThatCannotBe() {
        assertThat(held(STAY, DATE)).isEqualTo("claim.no-amounts");
        assertThat(held(STAY, DATE, new PricedSlice(DATE, "", 100, 0, 0, 0, 99)))
                .isEqualTo("claim.amounts-inconsistent");
        assertThat(held(STAY, DATE, inScope(DATE, -100))).isEqualTo("claim.amounts-inconsistent");
        assertThat(held(STAY, DATE, inScope(DATE, SettlementEngine.BILLED_MAX_FEN + 1)))
                .isEqualTo("claim.amount-too-large");
        assertThat(held(STAY, DATE, inScope(DATE, Long.MAX_VALUE))).isEqualTo("claim.amount-too-large");
        assertThat(held(STAY, DATE, inScope(DATE, Long.MIN_VALUE))).isEqualTo("claim.amount-too-large");
    }

    @Test
    void holdsAClaimOutsideThePacksValidity() {
        LocalDate later = LocalDate.of(2026, 1, 1);
        assertThat(held(STAY, later, inScope(later, 100))).isEqualTo("claim.outside-validity");
    }

    @Test
    void settlesARefundWithinAClaim() {
        Settled settled = settle(PACK, STAY, DATE, inScope(DATE, 2_010_000), inScope(DATE.minusDays(1), -10_000));
        assertThat(settled.payers().hifp()).isEqualTo(1_689_600);
    }

    @Test
    void settlesTheDearestClaimThereCanBe() {
        Settled settled = settle(PACK, STAY, DATE, inScope(DATE, SettlementEngine.BILLED_MAX_FEN));
        assertThat(settled.payers().hifp()).isEqualTo(60_000_000);
        assertThat(settled.payers().hifob()).isEqualTo(50_000_000);
    }

    @Test
    void settlesTheDearestClaimOfAPackWithLinearAmounts() {
        CompiledPack language = TestPacks.compiled("language");
        for (String treatment : List.of("l", "d", "t", "b")) {
            Facts facts = new Facts("a", "p", treatment, "1", null);
            Settled settled = settle(language, facts, DATE, inScope(DATE, SettlementEngine.BILLED_MAX_FEN));
            assertThat(settled.outcome()).as(treatment).isEqualTo(Outcome.SETTLED);
        }
    }

    @Test
    void paysNothingForAPersonWithoutAnInsuredSpellWhateverTheScheme() {
        Facts uninsured = new Facts("999", null, "21", "3", "local");
        Settled settled = settle(PACK, uninsured, DATE, inScope(DATE, 100));
        assertThat(settled.outcome()).isEqualTo(Outcome.NOT_COVERED);
        assertThat(settled.payers().cash()).isEqualTo(100);
    }
}
