package org.minsheng.claim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Facts;
import org.minsheng.policy.Packs;
import org.minsheng.policy.Payer;
import org.minsheng.policy.Window;

class TrailTest {
    private static final CompiledPack PACK = Packs.builtIn("qingdao-demo");
    private static final LocalDate DATE = LocalDate.of(2025, 3, 18);
    private static final Facts FACTS = new Facts("310", "11", "21", "3", "local");

    private static Settled secondStay() {
        PersonState before = PersonState.of(
                190_000, CounterEntries.decode("stay/310=1@2025-01-10;pool/310=2154000@2025-01-10", DATE));
        PricedSlice slice = new PricedSlice(DATE, "", 2_148_000, 68_000, 12_000, 68_000, 2_000_000);
        PricedClaim claim = new PricedClaim(new ClaimKey("H1", "C2025-0004711"), DATE, FACTS, List.of(slice));
        return SettlementEngine.settle(PACK, before, claim);
    }

    @Test
    void explainsASecondStayToTheFen() {
        Trail trail = Trail.decode(secondStay().trail().encode());
        List<TrailStep> steps = TrailStep.explain(PACK, FACTS, trail);
        assertThat(steps).extracting(step -> step.stage().id()).containsExactly("deductible", "pool", "account");

        TrailStep deductible = steps.get(0);
        assertThat(deductible.mark().nth()).isEqualTo(2);
        assertThat(deductible.mark().limit()).isEqualTo(40_000);
        assertThat(deductible.mark().amount()).isEqualTo(40_000);
        assertThat(deductible.stage().article()).isEqualTo("第18条");

        TrailStep pool = steps.get(1);
        assertThat(pool.stage().operator().payer()).isEqualTo(Payer.HIFP);
        assertThat(pool.mark().basis()).isEqualTo(1_960_000);
        assertThat(pool.mark().amount()).isEqualTo(1_724_800);
        assertThat(pool.bands())
                .containsExactly(new TrailStep.Band(0, Long.MAX_VALUE, new BigDecimal("0.88"), 1_960_000));
        assertThat(pool.mark().left()).isEqualTo(56_121_200);
        assertThat(pool.ceilingAmount()).isEqualTo(60_000_000);
        assertThat(pool.ceilingWindow()).isEqualTo(Window.YEAR);

        assertThat(steps.get(2).mark().amount()).isEqualTo(190_000);
    }

    @Test
    void remembersWhatALaterClaimNeedsToKnow() {
        assertThat(CounterEntries.encode(secondStay().entries(), DATE)).isEqualTo("pool/310=1724800;stay/310=1");
    }

    @Test
    void leavesDetailsOutRatherThanGrowTooLong() {
        Mark mark = new Mark(3, 123_456_789, 123_456_789, 9, 77_777_777, 88_888_888, 1, 99_999_999, 66_666_666, 5);
        Trail trail = new Trail(Collections.nCopies(9, mark), true);
        Trail read = Trail.decode(trail.encode());
        assertThat(trail.encode().length()).isLessThanOrEqualTo(Trail.LENGTH_MAX);
        assertThat(read.whole()).isFalse();
        assertThat(read.marks())
                .hasSize(9)
                .allMatch(shortened -> shortened.amount() == 123_456_789 && shortened.nth() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:1", "0:1:2Z3", "0:1:2N", ";", "a", "0:1:2;;"})
    void refusesWhatIsNoTrail(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Trail.decode(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool", "=1", "pool=", "pool=x", "pool=1@", "pool=1@2025-02-30", "pool=1;;"})
    void refusesWhatAreNoEntries(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CounterEntries.decode(text, DATE));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonState.Builder().add(text, DATE));
    }
}
