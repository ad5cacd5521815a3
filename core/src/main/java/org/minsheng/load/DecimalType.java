package org.minsheng.load;

import java.math.BigDecimal;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;

/**
 * A decimal number: a quantity, a unit price, a ratio. Kept at its full scale, so nothing is rounded.
 *
 * @param least the smallest allowed, times ten to the power of {@code decimals}
 * @param most the largest allowed, likewise
 */
record DecimalType(int digits, int decimals, long least, long most) implements ColumnType {
    DecimalType {
        if (digits > Digits.DIGITS_MAX || decimals > digits) {
            throw new IllegalArgumentException("numeric(" + digits + "," + decimals + ") does not fit a long");
        }
    }

    @Override
    public String sqlType() {
        return "numeric(" + digits + "," + decimals + ")";
    }

    @Override
    public Problem read(FieldText text, TypedRow row, int position) {
        long unscaled = Digits.unscaled(text, decimals);
        if (unscaled == Digits.NOT_A_NUMBER) {
            return Problem.of(LoadProblem.VALUE_NOT_A_NUMBER).with("value", text.shown());
        }
        if (unscaled < least || unscaled > most) {
            return Problem.of(LoadProblem.VALUE_OUT_OF_RANGE)
                    .with("value", text.shown())
                    .with("least", plain(least))
                    .with("most", plain(most));
        }
        row.set(position, unscaled, decimals);
        return null;
    }

    private String plain(long unscaled) {
        return BigDecimal.valueOf(unscaled, decimals).stripTrailingZeros().toPlainString();
    }

    static DecimalType between(int digits, int decimals, BigDecimal least, BigDecimal most) {
        return new DecimalType(digits, decimals, unscaled(least, decimals), unscaled(most, decimals));
    }

    private static long unscaled(BigDecimal bound, int decimals) {
        return bound.movePointRight(decimals).longValueExact();
    }

    @Override
    public void write(TypedRow row, int position, CopyLine out) {
        out.decimal(row.number(position), decimals);
    }
}
