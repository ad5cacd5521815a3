package org.minsheng.cli.render;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligned columns for people. The first rows decide the widths; a later, wider value widens its column from there on, so
 * that a million rows need no more memory than a thousand.
 */
final class TablePrinter implements RowPrinter {
    /** Rows held back to find the widths. */
    static final int BUFFERED_ROWS_MAX = 1_000;

    private static final String GAP = "  ";

    private final Writer writer;
    private final List<Column> columns;
    private final Labels labels;
    private final String indent;
    private final int[] widths;
    private final List<String[]> buffered = new ArrayList<>();
    private boolean headerWritten;

    TablePrinter(Writer writer, List<Column> columns, Labels labels, String indent) {
        this.writer = writer;
        this.columns = columns;
        this.labels = labels;
        this.indent = indent;
        this.widths = new int[columns.size()];
    }

    @Override
    public void row(Object... values) throws IOException {
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Values.shown(columns.get(i), values[i], labels).replace('\n', ' ');
        }
        buffered.add(cells);
        if (buffered.size() == BUFFERED_ROWS_MAX) {
            writeBuffered();
        }
    }

    @Override
    public void finish() throws IOException {
        writeBuffered();
    }

    private void writeBuffered() throws IOException {
        if (!headerWritten) {
            buffered.add(
                    0,
                    columns.stream()
                            .map(column -> labels.heading(column.name()))
                            .toArray(String[]::new));
            headerWritten = true;
        }
        for (String[] cells : buffered) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(cells[i]));
            }
        }
        for (String[] cells : buffered) {
            writer.write(line(cells));
        }
        buffered.clear();
    }

    private String line(String[] cells) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : GAP)
                    .append(
                            columns.get(i).isRightAligned()
                                    ? TextWidth.padLeft(cells[i], widths[i])
                                    : TextWidth.padRight(cells[i], widths[i]));
        }
        return line.toString().stripTrailing() + "\n";
    }
}
