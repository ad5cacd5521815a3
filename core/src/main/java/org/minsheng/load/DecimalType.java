package org.minsheng.load;

import java.math.BigDecimal;
import org.minsheng.base.Problem;

/** A decimal number from zero on: a quantity, a unit price, a ratio. Kept at its full scale, so nothing is rounded. */
record DecimalType(int digits, int decimals) implements ColumnType {
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
        long most = powerOfTen(digits) - 1;
        if (unscaled < 0 || unscaled > most) {
            return Problem.of(LoadProblem.VALUE_OUT_OF_RANGE)
                    .with("value", text.shown())
                    .with("least", 0)
                    .with("most", BigDecimal.valueOf(most, decimals).toPlainString());
        }
        row.set(position, unscaled, decimals);
        return null;
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int index = 0; index < exponent; index++) {
            power *= 10;
        }
        return power;
    }

    @Override
    public void write(TypedRow row, int position, CopyLine out) {
        out.decimal(row.number(position), decimals);
    }
}
