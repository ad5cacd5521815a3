package org.minsheng.claim.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Facts;
import org.minsheng.policy.PolicyPack;

/** Random claims for a pack: facts that it declares, dates of its validity, amounts in its unit. Seeded. */
final class RandomClaims {
    private static final long[] MAGNITUDES_YUAN = {10, 1_000, 20_000, 300_000, 2_000_000};

    private final CompiledPack pack;
    private final Random random;
    private final long unit;
    private int number;

    RandomClaims(CompiledPack pack, long seed, long unit) {
        this.pack = pack;
        this.random = new Random(seed);
        this.unit = unit;
    }

    PricedClaim next() {
        LocalDate from = pack.head().validFrom();
        int days = (int) (pack.head().validTo().toEpochDay() - from.toEpochDay());
        LocalDate date = from.plusDays(random.nextInt(Math.min(days, 700) + 1));
        List<PricedSlice> slices = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? 1 + random.nextInt(12) : 1;
        for (int i = 0; i < count; i++) {
            slices.add(slice(date.minusDays(random.nextInt(3) == 0 ? i : i / 2)));
        }
        return new PricedClaim(new ClaimKey("H37020200001", "C" + number++), date, facts(), slices);
    }

    private PricedSlice slice(LocalDate date) {
        long own = random.nextInt(3) == 0 ? amount() : 0;
        long overLimit = random.nextInt(5) == 0 ? amount() : 0;
        long selfFirst = random.nextInt(3) == 0 ? amount() : 0;
        long inScope = random.nextInt(20) == 0 ? 0 : amount();
        return new PricedSlice(
                date, code("portion"), own + overLimit + selfFirst + inScope, own, overLimit, selfFirst, inScope);
    }

    private long amount() {
        long magnitude = MAGNITUDES_YUAN[random.nextInt(MAGNITUDES_YUAN.length)] * 100;
        return (long) (random.nextDouble() * magnitude) / unit * unit;
    }

    private Facts facts() {
        Map<String, String> codes = new HashMap<>();
        pack.facts().forEach(fact -> codes.put(fact, code(fact)));
        Map<String, String> further = new HashMap<>(codes);
        List.of("scheme", "person", "treatment", "tier", "referral").forEach(further::remove);
        String person = random.nextInt(40) == 0 ? null : codes.get("person");
        return new Facts(
                codes.get("scheme"), person, codes.get("treatment"), codes.get("tier"), codes.get("referral"), further);
    }

    private String code(String fact) {
        for (PolicyPack.FactRule rule : pack.source().facts()) {
            if (rule.name().equals(fact)) {
                List<List<String>> values = List.copyOf(rule.codes().values());
                return values.get(random.nextInt(values.size())).get(0);
            }
        }
        return "";
    }

    long balance() {
        return random.nextBoolean() ? 0 : random.nextInt(1_000_000);
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** The same claim with more in scope. */
    PricedClaim dearer(PricedClaim claim) {
        List<PricedSlice> slices = new ArrayList<>(claim.slices());
        int which = random.nextInt(slices.size());
        PricedSlice slice = slices.get(which);
        long more = Math.max(unit, amount());
        slices.set(
                which,
                new PricedSlice(
                        slice.date(),
                        slice.portion(),
                        slice.billed() + more,
                        slice.own(),
                        slice.overLimit(),
                        slice.selfFirst(),
                        slice.inScope() + more));
        return new PricedClaim(claim.key(), claim.decidingDate(), claim.facts(), slices);
    }
}
