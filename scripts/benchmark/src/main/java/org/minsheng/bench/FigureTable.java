package org.minsheng.bench;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.Labels;
import org.minsheng.cli.render.OutputFormat;
import org.minsheng.cli.render.Printers;
import org.minsheng.cli.render.RowPrinter;

/** Prints figures, one row each, in the order in which they were measured. */
final class FigureTable {
    private static final int RATIO_DECIMALS = 2;

    private static final List<Column> COLUMNS = List.of(
            Column.text("figure"),
            Column.count("value"),
            Column.text("unit"),
            Column.count("bare"),
            Column.number("ratio"),
            Column.text("goal"),
            Column.flag("met"));

    private static final Labels LABELS = new Labels() {
        @Override
        public String heading(String columnName) {
            return columnName;
        }

        @Override
        public String flag(boolean value) {
            return value ? "yes" : "no";
        }
    };

    private FigureTable() {}

    static void print(List<Figure> figures, OutputFormat format, Writer out) throws IOException {
        RowPrinter rows = Printers.rows(format, out, COLUMNS, LABELS);
        for (Figure figure : figures) {
            rows.row(
                    figure.name(),
                    Math.round(figure.value()),
                    figure.unit(),
                    Math.round(figure.bare()),
                    BigDecimal.valueOf(figure.ratio()).setScale(RATIO_DECIMALS, RoundingMode.HALF_UP),
                    figure.goal(),
                    figure.met());
        }
        rows.finish();
        out.flush();
    }
}
