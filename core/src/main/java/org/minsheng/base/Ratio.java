package org.minsheng.base;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Ratios of a policy or a catalogue, in memory an {@code int} of ten-thousandths ({@code 0.88} = 8,800), since the
 * national fields carry four decimals. Money × ratio is computed in 128 bits and rounded once.
 */
public final class Ratio {
    /** The ratio 1, in ten-thousandths. */
    public static final int ONE = 10_000;

    private static final int DECIMALS = 4;

    private Ratio() {}

    /**
     * Ten-thousandths of a decimal number such as {@code 0.88}.
     *
     * @throws NumberFormatException when the text is not a number
     * @throws ArithmeticException when it has more than four decimals or does not fit
     */
    public static int parse(String text) {
        return of(new BigDecimal(text));
    }

    /** Ten-thousandths of a decimal number; {@link ArithmeticException} when it has more than four decimals. */
    public static int of(BigDecimal number) {
        return number.movePointRight(DECIMALS).intValueExact();
    }

    /** The decimal number: {@code 8800} becomes {@code 0.88}. */
    public static BigDecimal decimal(int tenThousandths) {
        BigDecimal plain = BigDecimal.valueOf(tenThousandths, DECIMALS).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
    }

    /**
     * Amount × ratio in the unit {@code unitFen}, rounded half up (away from zero on a tie, so that a reversal is the
     * exact negative).
     *
     * @param fen amount in fen, any sign
     * @param tenThousandths ratio in ten-thousandths
     * @param unitFen the smallest unit of the result in fen: 1 for fen, 100 for whole yuan
     * @return fen, a multiple of {@code unitFen}
     * @throws ArithmeticException when the result does not fit a long
     */
    public static long ofMoney(long fen, int tenThousandths, long unitFen) {
        return mulDivHalfUp(fen, tenThousandths, ONE * unitFen) * unitFen;
    }

    /**
     * {@code a × b ÷ divisor}, rounded half up away from zero; the product has 128 bits.
     *
     * @throws ArithmeticException when the result does not fit a long
     */
    public static long mulDivHalfUp(long a, long b, long divisor) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        boolean fitsLong = (high == 0 && low >= 0) || (high == -1 && low < 0);
        if (fitsLong && low != Long.MIN_VALUE) {
            long quotient = low / divisor;
            long remainder = Math.abs(low % divisor);
            boolean roundUp = remainder >= divisor - remainder;
            return roundUp ? quotient + Long.signum(low) : quotient;
        }
        return BigDecimal.valueOf(a)
                .multiply(BigDecimal.valueOf(b))
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
