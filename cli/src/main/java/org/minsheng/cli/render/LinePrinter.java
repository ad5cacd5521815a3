package org.minsheng.cli.render;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One JSON object a line. */
final class LinePrinter implements RowPrinter {
    private final Writer writer;
    private final List<Column> columns;

    LinePrinter(Writer writer, List<Column> columns) {
        this.writer = writer;
        this.columns = columns;
    }

    @Override
    public void row(Object... values) throws IOException {
        writer.write(JsonText.object(columns, values));
        writer.write('\n');
    }

    @Override
    public void finish() {
        // each row was complete
    }
}
