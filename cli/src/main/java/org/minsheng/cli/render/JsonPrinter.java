package org.minsheng.cli.render;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One JSON array with an object a row, each on a line of its own. */
final class JsonPrinter implements RowPrinter {
    private final Writer writer;
    private final List<Column> columns;
    private boolean started;

    JsonPrinter(Writer writer, List<Column> columns) {
        this.writer = writer;
        this.columns = columns;
    }

    @Override
    public void row(Object... values) throws IOException {
        writer.write(started ? ",\n" : "[\n");
        started = true;
        writer.write(JsonText.object(columns, values));
    }

    @Override
    public void finish() throws IOException {
        writer.write(started ? "\n]\n" : "[]\n");
    }
}
