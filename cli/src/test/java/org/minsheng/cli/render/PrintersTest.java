package org.minsheng.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minsheng.base.Masked;

class PrintersTest {
    private static final Labels PLAIN = new Labels() {
        @Override
        public String heading(String columnName) {
            return columnName.replace('_', ' ');
        }

        @Override
        public String flag(boolean value) {
            return value ? "yes" : "no";
        }
    };

    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.money("fund_pay"),
            Column.count("lines"),
            Column.ratio("share"),
            Column.date("ended_on"),
            Column.flag("settled"));

    private static final Object[] WANG = {"王芳", 1_724_800L, 12_345L, 8_800, LocalDate.of(2025, 3, 18), true};
    private static final Object[] LI = {"Li \"Lee\", A.\tB", -5L, 1L, 10_000, null, false};

    private static String print(OutputFormat format, Object[]... rows) throws IOException {
        StringWriter out = new StringWriter();
        RowPrinter printer = Printers.rows(format, out, COLUMNS, PLAIN);
        for (Object[] row : rows) {
            printer.row(row);
        }
        printer.finish();
        return out.toString();
    }

    @Test
    void alignsWideCharactersAndNumbersInATable() throws IOException {
        assertThat(print(OutputFormat.TABLE, WANG, new Object[] {"Li", -5L, 1L, 10_000, null, false}))
                .isEqualTo("""
                        name   fund pay   lines  share  ended on    settled
                        王芳  17,248.00  12,345   88 %  2025-03-18  yes
                        Li        -0.05       1  100 %              no
                        """);
    }

    @Test
    void writesMoneyAsAStringInJson() throws IOException {
        assertThat(print(OutputFormat.JSON, WANG, LI)).isEqualTo("""
                        [
                        {"name":"王芳","fund_pay":"17248.00","lines":12345,"share":0.88,"ended_on":"2025-03-18","settled":true},
                        {"name":"Li \\"Lee\\", A.\\tB","fund_pay":"-0.05","lines":1,"share":1,"ended_on":null,"settled":false}
                        ]
                        """);
        assertThat(print(OutputFormat.JSON)).isEqualTo("[]\n");
    }

    @Test
    void quotesOnlyWhatNeedsItInCsv() throws IOException {
        assertThat(print(OutputFormat.CSV, WANG, LI)).isEqualTo("""
                        name,fund_pay,lines,share,ended_on,settled
                        王芳,17248.00,12345,0.88,2025-03-18,true
                        "Li ""Lee"", A.\tB",-0.05,1,1,,false
                        """);
    }

    @Test
    void keepsARowOnOneLineInTsv() throws IOException {
        assertThat(print(OutputFormat.TSV, LI)).isEqualTo("""
                        name\tfund_pay\tlines\tshare\tended_on\tsettled
                        Li "Lee", A.\\tB\t-0.05\t1\t1\t\tfalse
                        """);
    }

    @Test
    void printsOneObjectWithItsInnerRows() throws IOException {
        List<Column> columns = List.of(
                Column.text("claim_no"),
                Column.time("settled_at"),
                Column.text("person"),
                Column.list("lines", Column.number("line_no"), Column.money("amount")));
        Object[] claim = {
            "C1",
            Instant.parse("2025-03-18T01:02:03Z"),
            Masked.of("11010519491231002X"),
            List.of(new Object[] {1, 100L}, new Object[] {10, 123_456L})
        };
        StringWriter vertical = new StringWriter();
        StringWriter json = new StringWriter();

        Printers.one(OutputFormat.VERTICAL, vertical, columns, PLAIN, claim);
        Printers.one(OutputFormat.JSON, json, columns, PLAIN, claim);

        assertThat(vertical).hasToString("""
                        claim no    C1
                        settled at  2025-03-18 09:02:03
                        person      1101**********002X
                        lines       2
                          line no    amount
                                1      1.00
                               10  1,234.56
                        """);
        assertThat(json)
                .hasToString("{\"claim_no\":\"C1\",\"settled_at\":\"2025-03-18T09:02:03+08:00\","
                        + "\"person\":\"1101**********002X\","
                        + "\"lines\":[{\"line_no\":1,\"amount\":\"1.00\"},{\"line_no\":10,\"amount\":\"1234.56\"}]}\n");
    }

    @Test
    void keepsAligningAfterTheBufferIsFull() throws IOException {
        Object[][] rows = new Object[TablePrinter.BUFFERED_ROWS_MAX + 1][];
        Arrays.fill(rows, WANG);

        List<String> lines = print(OutputFormat.TABLE, rows).lines().toList();

        assertThat(lines).hasSize(rows.length + 1);
        assertThat(lines.get(rows.length)).isEqualTo(lines.get(1));
    }
}
