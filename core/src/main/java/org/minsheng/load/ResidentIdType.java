package org.minsheng.load;

import java.util.Optional;
import org.minsheng.base.IdentifierProblem;
import org.minsheng.base.Problem;
import org.minsheng.base.ResidentId;
import org.minsheng.db.CopyLine;

/** An identity number (公民身份号码), staged in its normal form of eighteen characters. */
enum ResidentIdType implements ColumnType {
    ANY;

    @Override
    public String sqlType() {
        return "text";
    }

    @Override
    public Problem read(FieldText text, TypedRow row, int position) {
        String normal = ResidentId.normalise(text.toString());
        Optional<IdentifierProblem> trouble = ResidentId.problemOf(normal);
        if (trouble.isPresent()) {
            return ResidentId.describe(normal, trouble.get());
        }
        row.set(
                position,
                normal.length() == ResidentId.LENGTH
                        ? normal
                        : ResidentId.ofValid(normal).number());
        return null;
    }

    @Override
    public void write(TypedRow row, int position, CopyLine out) {
        row.writeText(position, out);
    }
}
