package org.minsheng.load;

import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;

/** Text of limited length. */
record TextType(int lengthMax) implements ColumnType {
    @Override
    public String sqlType() {
        return "text";
    }

    @Override
    public Problem read(FieldText text, TypedRow row, int position) {
        if (text.length() > lengthMax) {
            return Problem.of(LoadProblem.VALUE_TOO_LONG)
                    .with("value", text.shown())
                    .with("limit", lengthMax);
        }
        row.set(position, text.start(), text.end());
        return null;
    }

    @Override
    public void write(TypedRow row, int position, CopyLine out) {
        row.writeText(position, out);
    }
}
