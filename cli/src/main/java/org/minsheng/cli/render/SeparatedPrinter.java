package org.minsheng.cli.render;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;

/** Values with a separator between them and a header line, lines ended by LF. */
final class SeparatedPrinter implements RowPrinter {
    private final Writer writer;
    private final List<Column> columns;
    private final char separator;
    private final UnaryOperator<String> protect;
    private boolean started;

    private SeparatedPrinter(Writer writer, List<Column> columns, char separator, UnaryOperator<String> protect) {
        this.writer = writer;
        this.columns = columns;
        this.separator = separator;
        this.protect = protect;
    }

    /** Comma-separated, quoted only where needed (RFC 4180). */
    static SeparatedPrinter csv(Writer writer, List<Column> columns) {
        return new SeparatedPrinter(writer, columns, ',', SeparatedPrinter::quoted);
    }

    /** Tab-separated; one row is always one line. */
    static SeparatedPrinter tsv(Writer writer, List<Column> columns) {
        return new SeparatedPrinter(writer, columns, '\t', SeparatedPrinter::escaped);
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
            writer.write(separator);
        }
        writer.write(protect.apply(text));
    }

    private static String quoted(String text) {
        boolean needed =
                text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
