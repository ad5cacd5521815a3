package org.minsheng.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a step's result becomes an amount that can be paid: once, in the pack's unit.
 *
 * @param unitFen the smallest unit in fen: 1 for fen, 100 for whole yuan
 * @param mode {@link RoundingMode#HALF_UP} where the policy is silent; {@code HALF_EVEN}, {@code UP}, {@code DOWN}
 */
public record Rounding(long unitFen, RoundingMode mode) {
    /** Denominator of the scaled ratios inside a compiled pack: a ratio of four decimals times a factor of four. */
    public static final long SCALE = 100_000_000L;

    /** Half up to the fen. */
    public static final Rounding FEN = new Rounding(1, RoundingMode.HALF_UP);

    /**
     * {@code scaledAmount ÷ SCALE} in fen, rounded to the unit.
     *
     * @param scaledAmount fen × {@link #SCALE}, not negative
     */
    public long ofScaled(long scaledAmount) {
        long divisor = SCALE * unitFen;
        long quotient = scaledAmount / divisor;
        long remainder = scaledAmount % divisor;
        return (roundsUp(quotient, remainder, divisor) ? quotient + 1 : quotient) * unitFen;
    }

    /** The same for amounts whose product with {@link #SCALE} needs more than 64 bits. */
    public long ofScaled(BigDecimal scaledAmount) {
        return scaledAmount
                        .divide(BigDecimal.valueOf(SCALE).multiply(BigDecimal.valueOf(unitFen)), 0, mode)
                        .longValueExact()
                * unitFen;
    }

    private boolean roundsUp(long quotient, long remainder, long divisor) {
        return switch (mode) {
            case UP -> remainder > 0;
            case DOWN -> false;
            case HALF_EVEN ->
                remainder > divisor - remainder || (remainder == divisor - remainder && quotient % 2 == 1);
            default -> remainder >= divisor - remainder;
        };
    }
}
