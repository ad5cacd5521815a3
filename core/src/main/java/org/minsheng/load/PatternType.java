package org.minsheng.load;

import java.util.regex.Pattern;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;

/** A code of fixed form. */
record PatternType(Pattern pattern, String form) implements ColumnType {
    @Override
    public String sqlType() {
        return "text";
    }

    @Override
    public Problem read(FieldText text, TypedRow row, int position) {
        if (!pattern.matcher(text.toString()).matches()) {
            return Problem.of(LoadProblem.VALUE_NOT_ALLOWED)
                    .with("value", text.shown())
                    .with("allowed", form);
        }
        row.set(position, text.start(), text.end());
        return null;
    }

    @Override
    public void write(TypedRow row, int position, CopyLine out) {
        row.writeText(position, out);
    }
}
