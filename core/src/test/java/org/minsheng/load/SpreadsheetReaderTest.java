package org.minsheng.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetReaderTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeWorkbook() throws IOException {
        file = folder.resolve("bills.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("说明").value(0, 0, "read me");
            Worksheet sheet = workbook.newWorksheet("单据");
            String[] header = {"店铺", "单号", "日期", "电话", "金额"};
            for (int column = 0; column < header.length; column++) {
                sheet.value(0, column, header[column]);
            }
            sheet.value(1, 0, "S1");
            sheet.value(1, 1, 17);
            sheet.value(1, 2, LocalDate.of(2025, 3, 18));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.value(1, 3, 370202199001011234L);
            sheet.value(1, 4, 0.1 + 0.2);
            sheet.value(3, 0, "S2");
            sheet.value(3, 2, 45734);
            sheet.value(3, 4, 1.5);
        }
    }

    @Test
    void readsTheFirstSheetWhoseHeaderFits() {
        try (Source source = SampleFiles.open(file)) {
            readsTheBillsOf(source);
        }
    }

    @Test
    void readsTheStandardInputToo() throws IOException {
        try (InputStream input = Files.newInputStream(file);
                Source source = Source.open("-", input, Source.Wishes.NONE)) {
            readsTheBillsOf(source);
            readsTheBillsOf(source);
        }
    }

    private static void readsTheBillsOf(Source source) {
        try (RecordReader reader = RecordReaders.open(source, SampleKinds.BILL, null)) {
            assertThat(source.format()).isEqualTo(SourceFormat.XLSX);
            assertThat(reader.header()).containsExactly("店铺", "单号", "日期", "电话", "金额");
            assertThat(SampleFiles.describe(reader))
                    .containsExactly("2[S1|17|2025-03-18|3.7020219900101126E17|0.3]", "4[S2||45734||1.5]");
        }
    }

    @Test
    void readsADayNumberAsADateInASpreadsheetOnly() {
        RawRecord record = new RawRecord();
        record.fromSpreadsheet(true);
        TypedRow row = new TypedRow(1);
        row.begin(record);
        FieldText text = new FieldText();
        text.at("45734".toCharArray(), 0, 5, false);
        assertThat(ColumnType.date().read(text, row, 0)).isNull();
        assertThat(row.detail(0)).isEqualTo(20250318);
    }

    @Test
    void namesTheSheetsWhenTheWantedOneIsMissing() {
        Source.Wishes wishes = new Source.Wishes(null, null, "人员");
        try (Source source = Source.open(file.toString(), SampleFiles.noInput(), wishes)) {
            assertThatThrownBy(() -> RecordReaders.open(source, SampleKinds.BILL, null))
                    .hasMessageContaining("load.sheet-missing")
                    .hasMessageContaining("sheets=[说明, 单据]");
        }
    }
}
