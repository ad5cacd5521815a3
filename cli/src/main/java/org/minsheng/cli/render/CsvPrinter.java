package org.minsheng.cli.render;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Comma-separated values with a header line, quoted only where needed (RFC 4180), lines ended by LF. */
final class CsvPrinter implements RowPrinter {
    private final Writer writer;
    private final List<Column> columns;
    private boolean started;

    CsvPrinter(Writer writer, List<Column> columns) {
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
            writer.write(',');
        }
        boolean quoted =
                text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        writer.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
}
