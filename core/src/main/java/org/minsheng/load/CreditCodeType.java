package org.minsheng.load;

import java.util.Optional;
import org.minsheng.base.CreditCode;
import org.minsheng.base.IdentifierProblem;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;

/** A unified social credit code (统一社会信用代码), staged in its normal form. */
enum CreditCodeType implements ColumnType {
    ANY;

    @Override
    public String sqlType() {
        return "text";
    }

    @Override
    public Problem read(FieldText text, TypedRow row, int position) {
        String normal = CreditCode.normalise(text.toString());
        Optional<IdentifierProblem> trouble = CreditCode.problemOf(normal);
        if (trouble.isPresent()) {
            return CreditCode.describe(normal, trouble.get());
        }
        row.set(position, normal);
        return null;
    }

    @Override
    public void write(TypedRow row, int position, CopyLine out) {
        row.writeText(position, out);
    }
}
