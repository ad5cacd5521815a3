package org.minsheng.cli.render;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Chooses the printer of a format. */
public final class Printers {
    private Printers() {}

    /** A printer of many rows; the caller flushes the writer. */
    public static RowPrinter rows(OutputFormat format, Writer writer, List<Column> columns, Labels labels) {
        return switch (format) {
            case TABLE -> new TablePrinter(writer, columns, labels, "");
            case VERTICAL -> new VerticalPrinter(writer, columns, labels);
            case CSV -> SeparatedPrinter.csv(writer, columns);
            case TSV -> SeparatedPrinter.tsv(writer, columns);
            case JSON -> new JsonPrinter(writer, columns);
            case NDJSON -> new LinePrinter(writer, columns);
        };
    }

    /** Prints a single result: an object rather than an array of one. */
    public static void one(OutputFormat format, Writer writer, List<Column> columns, Labels labels, Object... values)
            throws IOException {
        RowPrinter printer =
                format == OutputFormat.JSON ? new LinePrinter(writer, columns) : rows(format, writer, columns, labels);
        printer.row(values);
        printer.finish();
    }
}
