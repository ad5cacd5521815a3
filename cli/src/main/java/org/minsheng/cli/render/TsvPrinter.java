package org.minsheng.cli.render;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Tab-separated values with a header line; one row is always one line. */
final class TsvPrinter implements RowPrinter {
    private final Writer writer;
    private final List<Column> columns;
    private boolean started;

    TsvPrinter(Writer writer, List<Column> columns) {
        this.writer = writer;
        this.columns = columns;
    }

    @Override
    public void row(Object... values) throws IOException {
        header();
        for (int i = 0; i < columns.size(); i++) {
            cell(i, Values.plain(columns.get(i), values[i]));
        }
        writer.write('\n');
    }

    @Override
    public void finish() throws IOException {
        header();
    }

    private void header() throws IOException {
        if (started) {
            return;
        }
        started = true;
        for (int i = 0; i < columns.size(); i++) {
            cell(i, columns.get(i).name());
        }
        writer.write('\n');
    }

    private void cell(int index, String text) throws IOException {
        if (index > 0) {
            writer.write('\t');
        }
        writer.write(text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r"));
    }
}
