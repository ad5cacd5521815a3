package org.minsheng.load;

import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;

/** A whole number within bounds. */
record IntegerType(long least, long most) implements ColumnType {
    @Override
    public String sqlType() {
        return "bigint";
    }

    @Override
    public Problem read(FieldText text, TypedRow row, int position) {
        long value = Digits.unscaled(text, 0);
        if (value == Digits.NOT_A_NUMBER) {
            return Problem.of(LoadProblem.VALUE_NOT_A_NUMBER).with("value", text.shown());
        }
        if (value < least || value > most) {
            return Problem.of(LoadProblem.VALUE_OUT_OF_RANGE)
                    .with("value", text.shown())
                    .with("least", least)
                    .with("most", most);
        }
        row.set(position, value, 0);
        return null;
    }

    @Override
    public void write(TypedRow row, int position, CopyLine out) {
        out.number(row.number(position));
    }
}
