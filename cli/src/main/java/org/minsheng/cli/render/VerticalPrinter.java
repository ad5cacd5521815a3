package org.minsheng.cli.render;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A line a value, names aligned; rows are separated by an empty line, inner rows stand below as a table. */
final class VerticalPrinter implements RowPrinter {
    private static final String GAP = "  ";

    private final Writer writer;
    private final List<Column> columns;
    private final Labels labels;
    private final int width;
    private boolean started;

    VerticalPrinter(Writer writer, List<Column> columns, Labels labels) {
        this.writer = writer;
        this.columns = columns;
        this.labels = labels;
        this.width = columns.stream()
                .mapToInt(column -> TextWidth.of(labels.heading(column.name())))
                .max()
                .orElse(0);
    }

    @Override
    public void row(Object... values) throws IOException {
        if (started) {
            writer.write('\n');
        }
        started = true;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (values[i] == null) {
                continue;
            }
            String heading = TextWidth.padRight(labels.heading(column.name()), width);
            writer.write((heading + GAP + Values.shown(column, values[i], labels)).stripTrailing() + "\n");
            if (column.kind() == Column.Kind.LIST) {
                inner(column, Values.rows(values[i]));
            }
        }
    }

    @Override
    public void finish() {
        // each row was complete
    }

    private void inner(Column column, List<Object[]> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        TablePrinter table = new TablePrinter(writer, column.columns(), labels, GAP);
        for (Object[] row : rows) {
            table.row(row);
        }
        table.finish();
    }
}
