package org.minsheng.load;

import java.util.ArrayList;
import java.util.List;
import org.minsheng.base.Problem;

/** Turns raw records into typed rows and checks them by the rules of their kind. One object a file. */
final class RowParser {
    private final Column[] columns;
    private final int[] fieldOfColumn;
    private final RowCheck[] checks;
    private final TypedRow row;
    private final FieldText text = new FieldText();
    private final List<Finding> findings = new ArrayList<>();

    RowParser(FileKind kind, HeaderMapping mapping) {
        this.columns = kind.columns().toArray(Column[]::new);
        this.fieldOfColumn = new int[columns.length];
        for (Column column : columns) {
            fieldOfColumn[column.position()] = mapping.fieldOf(column);
        }
        this.checks = kind.checks().toArray(RowCheck[]::new);
        this.row = new TypedRow(columns.length);
    }

    /**
     * Reads a record into {@link #row()}.
     *
     * @return what is wrong with it, in the order of its columns; empty when it is in order. Good until the next call.
     */
    List<Finding> parse(RawRecord record) {
        findings.clear();
        row.begin(record);
        if (record.trouble() != null) {
            for (Column column : columns) {
                row.clear(column.position());
            }
            findings.add(new Finding(null, record.trouble()));
            return findings;
        }
        for (int position = 0; position < columns.length; position++) {
            Problem problem = read(record, position);
            if (problem != null) {
                findings.add(new Finding(columns[position], problem));
            }
        }
        if (findings.isEmpty()) {
            for (RowCheck check : checks) {
                Finding finding = check.check(row);
                if (finding != null) {
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    private Problem read(RawRecord record, int position) {
        row.clear(position);
        int field = fieldOfColumn[position];
        Column column = columns[position];
        if (field >= 0) {
            text.at(record.chars(), record.start(field), record.end(field), column.sensitive());
            if (text.length() > 0) {
                return column.type().read(text, row, position);
            }
        }
        return column.required() ? Problem.of(LoadProblem.VALUE_MISSING) : null;
    }

    TypedRow row() {
        return row;
    }
}
