package org.minsheng.policy;

/**
 * An amount of a policy: {@code base + plus × max(0, of − over)}, a flat amount being one without {@code plus}.
 *
 * @param base fen
 * @param plus ratio in ten-thousandths
 * @param of what the ratio is of
 * @param over fen of it that count for nothing
 * @param window the window of its own that an amount in a {@code least_of} list may have; null: its stage's
 */
public record Amount(long base, int plus, Quantity of, long over, Window window) {
    /** The same amount whatever the claim. */
    public static Amount flat(long fen) {
        return new Amount(fen, 0, Quantity.BILLED, 0, null);
    }

    /** Whether it is the same whatever the claim. */
    public boolean isFlat() {
        return plus == 0;
    }
}
