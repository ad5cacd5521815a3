package org.minsheng.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * A share's ratios in one case, by bands of the amount: marginal, as income tax is. Ratios carry points and factors
 * already and are scaled by {@link Rounding#SCALE}.
 */
public final class Bands {
    /** Up to this many fen the sum over the bands cannot leave 64 bits, with ratios up to a thousand. */
    private static final long NARROW_MAX = 90_000_000L;

    private final long above;
    private final long[] tops;
    private final long[] ratios;

    Bands(long above, long[] tops, long[] ratios) {
        this.above = above;
        this.tops = tops.clone();
        this.ratios = ratios.clone();
    }

    /** What is paid of an amount of so many fen (not negative), rounded once. */
    public long pay(long amount, Rounding rounding) {
        if (amount <= above) {
            return 0;
        }
        if (amount > NARROW_MAX) {
            return payWide(amount, rounding);
        }
        long scaled = 0;
        long from = above;
        for (int band = 0; band < tops.length && from < amount; band++) {
            long to = Math.min(tops[band], amount);
            if (to > from) {
                scaled += (to - from) * ratios[band];
                from = to;
            }
        }
        return rounding.ofScaled(scaled);
    }

    private long payWide(long amount, Rounding rounding) {
        BigDecimal scaled = BigDecimal.ZERO;
        long from = above;
        for (int band = 0; band < tops.length && from < amount; band++) {
            long to = Math.min(tops[band], amount);
            if (to > from) {
                scaled = scaled.add(BigDecimal.valueOf(to - from).multiply(BigDecimal.valueOf(ratios[band])));
                from = to;
            }
        }
        return rounding.ofScaled(scaled);
    }

    /**
     * The least amount, up to {@code most}, of which so many fen are paid: what a ceiling cuts off lies above it.
     */
    public long amountPaying(long paid, long most) {
        if (paid <= 0) {
            return Math.min(above, most);
        }
        BigDecimal open = BigDecimal.valueOf(paid).multiply(BigDecimal.valueOf(Rounding.SCALE));
        long from = above;
        for (int band = 0; band < tops.length && from < most; band++) {
            long to = Math.min(tops[band], most);
            if (to <= from) {
                continue;
            }
            BigDecimal ofBand = BigDecimal.valueOf(to - from).multiply(BigDecimal.valueOf(ratios[band]));
            if (ofBand.compareTo(open) >= 0) {
                return from
                        + open.divide(BigDecimal.valueOf(ratios[band]), 0, RoundingMode.CEILING)
                                .longValueExact();
            }
            open = open.subtract(ofBand);
            from = to;
        }
        return most;
    }

    /** How many bands there are. */
    public int size() {
        return tops.length;
    }

    /** Fen below which nothing is paid. */
    public long above() {
        return above;
    }

    /** Upper end of a band in fen; {@link Long#MAX_VALUE} for the last. */
    public long top(int band) {
        return tops[band];
    }

    /** A band's ratio, points and factors included, scaled by {@link Rounding#SCALE}. */
    public long ratio(int band) {
        return ratios[band];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bands that
                && that.above == above
                && Arrays.equals(that.tops, tops)
                && Arrays.equals(that.ratios, ratios);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(above) + 31 * Arrays.hashCode(tops) + Arrays.hashCode(ratios);
    }
}
