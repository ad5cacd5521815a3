package org.minsheng.bench;

import java.util.Locale;

/**
 * What a figure is to reach.
 *
 * @param of what is compared
 * @param bound the bound itself counts as reached
 */
record Goal(Of of, double bound) {
    /** What a goal compares with its bound. */
    enum Of {
        VALUE_AT_LEAST,
        VALUE_AT_MOST,
        RATIO_AT_LEAST
    }

    static Goal atLeast(double value) {
        return new Goal(Of.VALUE_AT_LEAST, value);
    }

    static Goal atMost(double value) {
        return new Goal(Of.VALUE_AT_MOST, value);
    }

    /** At least this share of the bare means' speed. */
    static Goal ratio(double share) {
        return new Goal(Of.RATIO_AT_LEAST, share);
    }

    boolean met(double value, double ratio) {
        return switch (of) {
            case VALUE_AT_LEAST -> value >= bound;
            case VALUE_AT_MOST -> value <= bound;
            case RATIO_AT_LEAST -> ratio >= bound;
        };
    }

    /** {@code >= 50,000}, {@code ratio >= 0.60}. */
    @Override
    public String toString() {
        return switch (of) {
            case VALUE_AT_LEAST -> String.format(Locale.ROOT, ">= %,.0f", bound);
            case VALUE_AT_MOST -> String.format(Locale.ROOT, "<= %,.0f", bound);
            case RATIO_AT_LEAST -> String.format(Locale.ROOT, "ratio >= %.2f", bound);
        };
    }
}
