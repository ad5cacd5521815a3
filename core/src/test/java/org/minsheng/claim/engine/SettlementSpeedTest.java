package org.minsheng.claim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Facts;
import org.minsheng.policy.Packs;

/**
 * The fold over a night's claims must never be what a night waits for. The bound is generous, for a busy machine;
 * {@link #main} prints the figure.
 */
class SettlementSpeedTest {
    private static final int PERSONS = 40_000;
    private static final int CLAIMS_A_SECOND_LEAST = 150_000;

    /** One person of the night: what a year's settlements left, as their rows have it, and the open claims. */
    private record Life(List<String> history, LocalDate historyDate, List<PricedClaim> claims) {}

    private static List<Life> night() {
        Random random = new Random(7);
        List<Life> lives = new ArrayList<>();
        for (int person = 0; person < PERSONS; person++) {
            boolean employee = random.nextBoolean();
            String code = employee ? "310" : "390";
            List<String> history = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                history.add(employee ? "pool/310=12345;stay/310=1" : "pool/390=4567;serious.on/390=1234");
            }
            List<PricedClaim> claims = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                claims.add(claim(random, code, employee ? "11" : "14", person + "-" + i));
            }
            lives.add(new Life(history, LocalDate.of(2025, 1 + random.nextInt(5), 3), claims));
        }
        return lives;
    }

    private static PricedClaim claim(Random random, String scheme, String person, String number) {
        boolean stay = random.nextInt(5) == 0;
        LocalDate date = LocalDate.of(2025, 6, 1 + random.nextInt(28));
        List<PricedSlice> slices = new ArrayList<>();
        for (int day = stay ? 6 : 0; day >= 0; day--) {
            long inScope = random.nextInt(300_000);
            slices.add(new PricedSlice(date.minusDays(day), "", inScope + 300, 100, 100, 100, inScope));
        }
        String tier = Integer.toString(1 + random.nextInt(3));
        Facts facts = new Facts(scheme, person, stay ? "21" : "11", tier, "local");
        return new PricedClaim(new ClaimKey("H37020200001", number), date, facts, slices);
    }

    private static long fold(CompiledPack pack, List<Life> lives) {
        long funds = 0;
        PersonState.Builder builder = new PersonState.Builder();
        for (Life life : lives) {
            for (String entries : life.history()) {
                builder.add(entries, life.historyDate());
            }
            PersonState state = builder.build(100_000);
            for (PricedClaim claim : life.claims()) {
                Settled settled = SettlementEngine.settle(pack, state, claim);
                state = state.plus(settled);
                funds += settled.payers().funds();
            }
        }
        return funds;
    }

    private static long fullFold(CompiledPack pack, List<Life> lives) {
        long length = 0;
        for (Life life : lives) {
            PersonState state = PersonState.NEW;
            for (PricedClaim claim : life.claims()) {
                Settled settled = SettlementEngine.settle(pack, state, claim);
                state = state.plus(settled);
                length += settled.trail().encode().length();
                length += CounterEntries.encode(settled.entries(), claim.decidingDate())
                        .length();
            }
        }
        return length;
    }

    /** Of this thread alone, so that a busy machine does not blur the figure; nanoseconds. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void settlesFarFasterThanADatabaseCanWrite() {
        CompiledPack pack = Packs.builtIn("qingdao-demo");
        List<Life> lives = night();
        long claims = lives.stream().mapToLong(life -> life.claims().size()).sum();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            long start = processorTime();
            assertThat(fold(pack, lives)).isPositive();
            best = Math.min(best, processorTime() - start);
        }
        assertThat(claims * 1_000_000_000L / best).isGreaterThan(CLAIMS_A_SECOND_LEAST);
    }

    /** Prints claims a second of one thread's processor time: histories parsed and folded; and with the texts of trail and entries made. */
    public static void main(String[] arguments) {
        CompiledPack pack = Packs.builtIn("qingdao-demo");
        List<Life> lives = night();
        long claims = lives.stream().mapToLong(life -> life.claims().size()).sum();
        for (int round = 0; round < 12; round++) {
            long start = processorTime();
            long funds = fold(pack, lives);
            long folded = processorTime();
            long length = fullFold(pack, lives);
            long full = processorTime();
            System.out.printf(
                    "fold %,d claims/s  with texts %,d claims/s  (%d %d)%n",
                    claims * 1_000_000_000L / (folded - start),
                    claims * 1_000_000_000L / (full - folded),
                    funds,
                    length);
        }
    }
}
