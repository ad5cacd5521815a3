package org.minsheng.bureau.city;

import java.util.List;

/**
 * Chance from a seed: SplitMix64, written out here so that no platform's library can change a city. Each person, claim
 * and row has dice of its own, derived from the seed, so that it can be drawn again without those before it.
 */
final class Dice {
    /** What the dice are for; two purposes never share their numbers. Their numbers are part of every city. */
    enum Purpose {
        INSTITUTION(1),
        COMPANY(2),
        CATALOGUE(3),
        PERSON(4),
        IDENTITY(5),
        CONTACT(6),
        WORK(7),
        ACCOUNT(8),
        VISITS(9),
        CLAIM(10),
        BAD_CLAIM(11),
        BAD_ROW(12);

        private final int salt;

        Purpose(int salt) {
            this.salt = salt;
        }
    }

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int MILLION = 1_000_000;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, Purpose purpose, long index) {
        return new Dice(mix(mix(seed + GOLDEN_GAMMA * purpose.salt) + GOLDEN_GAMMA * index));
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number from 0 to bound − 1, each as likely; bound is at least 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number from least to most, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True so many times in a million. */
    boolean hits(int perMillion) {
        return below(MILLION) < perMillion;
    }

    /** True so many times in a hundred. */
    boolean percent(int percent) {
        return below(100) < percent;
    }

    /** A number from 0 to bound − 1, the small ones much more often than the large ones. */
    int skewed(int bound) {
        return (int) ((long) below(bound) * below(bound) / bound);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    <T> T pickSkewed(List<T> choices) {
        return choices.get(skewed(choices.size()));
    }
}
