package org.minsheng.load;

import org.minsheng.base.Money;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;

/** An amount of money: yuan with at most two decimals in the file, fen in memory and in the staging table. */
record MoneyType(long leastFen, long mostFen) implements ColumnType {
    @Override
    public String sqlType() {
        return "bigint";
    }

    @Override
    public String stagedSuffix() {
        return "_fen";
    }

    @Override
    public Problem read(FieldText text, TypedRow row, int position) {
        long fen = Digits.unscaled(text, 2);
        if (fen == Digits.NOT_A_NUMBER) {
            return Problem.of(LoadProblem.VALUE_NOT_A_NUMBER).with("value", text.shown());
        }
        if (fen < leastFen || fen > mostFen) {
            return Problem.of(LoadProblem.VALUE_OUT_OF_RANGE)
                    .with("value", text.shown())
                    .with("least", Money.yuan(leastFen))
                    .with("most", Money.yuan(mostFen));
        }
        row.set(position, fen, 2);
        return null;
    }

    @Override
    public void write(TypedRow row, int position, CopyLine out) {
        out.number(row.number(position));
    }
}
