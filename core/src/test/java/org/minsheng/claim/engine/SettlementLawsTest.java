package org.minsheng.claim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Payer;
import org.minsheng.policy.Step;
import org.minsheng.policy.TestPacks;
import org.minsheng.policy.Window;

/** What must hold of every settlement, whatever the pack, the person and the claim: thousands of random histories. */
class SettlementLawsTest {
    private static final int SEEDS = 3;
    private static final int CLAIMS = 2_000;

    static Stream<Arguments> packsAndSeeds() {
        return TestPacks.names().stream()
                .flatMap(pack ->
                        Stream.iterate(1L, seed -> seed + 1).limit(SEEDS).map(seed -> Arguments.of(pack, seed)));
    }

    private static long unit(CompiledPack pack) {
        return pack.source().stages().get(0).rounding().unitFen();
    }

    /** One step of a random life: the person before, the claim, the settlement. */
    private record Moment(String where, PersonState before, PricedClaim claim, Settled settled) {}

    private static List<Moment> lives(CompiledPack pack, long seed) {
        RandomClaims claims = new RandomClaims(pack, seed, unit(pack));
        List<Moment> moments = new ArrayList<>();
        PersonState state = PersonState.of(claims.balance(), List.of());
        for (int i = 0; i < CLAIMS; i++) {
            if (claims.oneIn(12)) {
                state = PersonState.of(claims.balance(), List.of());
            }
            PricedClaim claim = claims.next();
            Settled settled = SettlementEngine.settle(pack, state, claim);
            moments.add(new Moment(pack.head().id() + " seed " + seed + " claim " + i, state, claim, settled));
            state = state.plus(settled);
        }
        return moments;
    }

    @ParameterizedTest
    @MethodSource("packsAndSeeds")
    void everyFenIsPaidOnceAndByNobodyLessThanNothing(String name, long seed) {
        int settledCount = 0;
        for (Moment moment : lives(TestPacks.compiled(name), seed)) {
            Payers payers = moment.settled().payers();
            long billed = moment.claim().slices().stream()
                    .mapToLong(PricedSlice::billed)
                    .sum();
            boolean held = moment.settled().outcome() == Outcome.HELD;
            settledCount += held ? 0 : 1;
            assertThat(payers.billed()).as(moment.where()).isEqualTo(held ? 0 : billed);
            assertThat(payers.funds() + payers.patient() + payers.hospPart())
                    .as(moment.where())
                    .isEqualTo(payers.billed());
            assertThat(payers.own() + payers.overLimit() + payers.selfFirst() + payers.inScope())
                    .as(moment.where())
                    .isEqualTo(payers.billed());
            for (Payer payer : Payer.values()) {
                assertThat(payers.of(payer)).as(moment.where() + payers).isNotNegative();
            }
            assertThat(payers.acct())
                    .as(moment.where())
                    .isLessThanOrEqualTo(moment.before().balance());
            assertThat(payers.deductible()).as(moment.where()).isBetween(0L, payers.inScope());
            if (moment.settled().outcome() == Outcome.NOT_COVERED) {
                assertThat(payers.funds()).as(moment.where()).isZero();
            }
        }
        assertThat(settledCount)
                .as("enough claims are settled to mean something")
                .isGreaterThan(CLAIMS / 5);
    }

    @ParameterizedTest
    @MethodSource("packsAndSeeds")
    void theSameInputsGiveTheSameSettlement(String name, long seed) {
        List<Moment> once = lives(TestPacks.compiled(name), seed);
        List<Moment> again = lives(TestPacks.compiled(name), seed);
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i).settled())
                    .as(once.get(i).where())
                    .isEqualTo(once.get(i).settled());
        }
    }

    @ParameterizedTest
    @MethodSource("packsAndSeeds")
    void aReversalRestoresThePerson(String name, long seed) {
        for (Moment moment : lives(TestPacks.compiled(name), seed)) {
            PersonState after = moment.before().plus(moment.settled());
            Settled reversed = moment.settled().reversed();
            assertThat(after.plus(reversed)).as(moment.where()).isEqualTo(moment.before());
            assertThat(after.plus(reversed).hashCode())
                    .isEqualTo(moment.before().hashCode());
            assertThat(reversed.reversed()).as(moment.where()).isEqualTo(moment.settled());
        }
    }

    @ParameterizedTest
    @MethodSource("packsAndSeeds")
    void aStateIsTheSumOfItsEntriesInAnyOrder(String name, long seed) {
        CompiledPack pack = TestPacks.compiled(name);
        Random random = new Random(seed);
        List<CounterEntry> entries = new ArrayList<>();
        PersonState state = PersonState.NEW;
        PersonState.Builder builder = new PersonState.Builder();
        for (Moment moment : lives(pack, seed).subList(0, 60)) {
            Settled settled = moment.settled();
            state = state.plus(settled);
            entries.addAll(settled.entries());
            String text =
                    CounterEntries.encode(settled.entries(), moment.claim().decidingDate());
            builder.add(text, moment.claim().decidingDate());
        }
        Collections.shuffle(entries, random);
        PersonState sum = PersonState.of(state.balance(), entries);
        assertThat(sum).isEqualTo(state);
        assertThat(builder.build(state.balance())).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("packsAndSeeds")
    void moreInScopeNeverMeansLessFromTheFunds(String name, long seed) {
        CompiledPack pack = TestPacks.compiled(name);
        RandomClaims claims = new RandomClaims(pack, -seed, unit(pack));
        Set<String> reached = new HashSet<>();
        for (Moment moment : lives(pack, seed)) {
            PricedClaim dearer = claims.dearer(moment.claim());
            Settled more = SettlementEngine.settle(pack, moment.before(), dearer);
            more.trail().marks().forEach(mark -> reached.add(reachedBy(pack, mark)));
            assertThat(more.outcome()).isEqualTo(moment.settled().outcome());
            assertThat(more.payers().funds())
                    .as(() -> moment.where() + " " + moment.claim() + " "
                            + moment.settled().payers() + " / " + more.payers() + " before " + moment.before())
                    .isGreaterThanOrEqualTo(moment.settled().payers().funds());
        }
        if (name.equals("qingdao-demo")) {
            assertThat(reached)
                    .as("the ceilings and the serious illness were part of it")
                    .contains("pool pays", "pool cut", "top_up pays", "top_up cut", "serious pays", "serious cut");
        }
    }

    private static String reachedBy(CompiledPack pack, Mark mark) {
        String how = mark.cut() > 0 ? "cut" : mark.amount() > 0 ? "pays" : "pays nothing";
        return pack.stage(mark.stage()).id() + " " + how;
    }

    @ParameterizedTest
    @MethodSource("packsAndSeeds")
    void noCeilingIsExceeded(String name, long seed) {
        CompiledPack pack = TestPacks.compiled(name);
        for (Moment moment : lives(pack, seed)) {
            if (moment.settled().outcome() != Outcome.SETTLED) {
                continue;
            }
            PersonState after = moment.before().plus(moment.settled());
            for (Step step : pack.plan(pack.caseOf(moment.claim().facts())).steps()) {
                if (step instanceof Step.Share share) {
                    share.ceilings().forEach(ceiling -> assertKept(moment, share, ceiling, after));
                }
            }
        }
    }

    private static void assertKept(Moment moment, Step.Share share, Step.Ceiling ceiling, PersonState after) {
        if (ceiling.counter() == null) {
            return;
        }
        for (int portion = 0; portion < ceiling.counter().size(); portion++) {
            String counter = ceiling.counter().of(portion);
            for (PricedSlice slice : moment.claim().slices()) {
                boolean day = ceiling.window().kind() == Window.Kind.DAY;
                long around = (day ? slice.date() : moment.claim().decidingDate()).toEpochDay();
                Window window = ceiling.window();
                long from = day ? around : window.firstDay(moment.claim().decidingDate());
                long to = day ? around : window.lastDay(moment.claim().decidingDate());
                long had = moment.before().sum(counter, from, to);
                // A year in which a person changed from one ceiling to a lower one may lie above it; no more is paid.
                assertThat(after.sum(counter, from, to))
                        .as(moment.where() + " stage " + share.stage() + " " + counter)
                        .isLessThanOrEqualTo(Math.max(ceiling.amount(), had));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("packsAndSeeds")
    void theTrailIsShortAndReadsBackAsItWasWritten(String name, long seed) {
        CompiledPack pack = TestPacks.compiled(name);
        for (Moment moment : lives(pack, seed)) {
            Trail trail = moment.settled().trail();
            String text = trail.encode();
            assertThat(text.length()).as(text).isLessThanOrEqualTo(Trail.LENGTH_MAX);
            Trail read = Trail.decode(text);
            if (read.whole()) {
                assertThat(read).as(moment.where()).isEqualTo(trail);
            }
            assertThat(read.encode()).isEqualTo(text);
            assertThat(TrailStep.explain(pack, moment.claim().facts(), read))
                    .hasSize(read.marks().size());
            if (name.equals("qingdao-demo")) {
                assertThat(read.whole()).as(text).isTrue();
            }
        }
    }
}
