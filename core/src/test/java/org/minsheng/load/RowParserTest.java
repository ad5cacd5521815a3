package org.minsheng.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;

class RowParserTest {
    @TempDir
    private Path folder;

    /** The staged fields of each row, or its findings as column=rule. */
    private List<String> parse(FileKind kind, String content) {
        List<String> parsed = new ArrayList<>();
        try (Source source = SampleFiles.open(SampleFiles.write(folder, "file", content));
                RecordReader reader = RecordReaders.open(source, kind, null)) {
            RowParser parser = new RowParser(kind, HeaderMapping.of("file", kind, reader.header(), List.of(kind)));
            RawRecord record = new RawRecord();
            while (reader.next(record)) {
                List<Finding> findings = parser.parse(record);
                parsed.add(findings.isEmpty() ? staged(kind, parser.row()) : described(findings));
            }
        }
        return parsed;
    }

    private static String staged(FileKind kind, TypedRow row) {
        CopyLine line = new CopyLine(16);
        for (Column column : kind.columns()) {
            if (row.has(column)) {
                column.type().write(row, column.position(), line);
            } else {
                line.nothing();
            }
        }
        return new String(line.take(), StandardCharsets.UTF_8);
    }

    private static String described(List<Finding> findings) {
        List<String> described = new ArrayList<>();
        for (Finding finding : findings) {
            String column = finding.column() == null ? "row" : finding.column().name();
            described.add(column + "=" + finding.problem());
        }
        return String.join(" ", described);
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    @Test
    void readsAndStagesEveryType() {
        assertThat(parse(
                        SampleKinds.BILL,
                        lines(
                                "shop_code,单号,日期,姓名,phone,sex,medfee_sumamt",
                                " S1 ,B\\1,2025-03-18,张三\u3000,123,男,12.5",
                                "S2,2,2025/3/8 09:10:11,,,F,1",
                                "S2,3,20250308,𠮷,,FEMALE,0")))
                .containsExactly(
                        "S1\tB\\\\1\t2025-03-18\t张三\t123\tmale\t1250",
                        "sex=value.not-allowed{value=F, allowed=[male, female]}",
                        "S2\t3\t2025-03-08\t𠮷\t\\N\tfemale\t0");
    }

    @Test
    void namesEverythingThatIsWrongWithARow() {
        assertThat(parse(
                        SampleKinds.BILL,
                        lines(
                                "shop_code,bill_no,billed_on,phone,amount",
                                ",2,2025-02-30,1234567890123456789012345,1.234",
                                "S1,2,2025-02-28,,-1")))
                .containsExactly(
                        "shop_code=value.missing{}"
                                + " billed_on=value.not-a-date{value=2025-02-30}"
                                + " phone=value.too-long{value=1234*****************2345, limit=20}"
                                + " amount=value.not-a-number{value=1.234}",
                        "amount=value.out-of-range{value=-1, least=0.00, most=1000000.00}");
    }

    @Test
    void checksARowByTheRulesOfItsKind() {
        assertThat(parse(
                        SampleKinds.LINE,
                        lines(
                                "shop_code,bill_no,line_no,sold_on,item_code,quantity,unit_price,amount",
                                "S1,B1,1,2025-01-01,X,3,0.335,1.01",
                                "S1,B1,2,2025-01-01,X,3,0.335,1.00")))
                .containsExactly("S1\tB1\t1\t2025-01-01\tX\t3\t0.335\t101", "amount=value.out-of-range{value=100}");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-18, 20250318",
        "2025/3/18, 20250318",
        "2025.12.1, 20251201",
        "2025年3月18日, 20250318",
        "20250318, 20250318",
        "2025-03-18T10:11:12, 20250318",
        "2024-02-29, 20240229",
        "2023-02-29, 0",
        "2025-13-01, 0",
        "2025-3/18, 0",
        "18/03/2025, 0",
        "2025-03, 0",
        "45734, 0",
        "2025-03-18 noon, 0",
        "0225-03-18, 0",
        "2025--3-1, 0"
    })
    void readsDates(String written, int packed) {
        TypedRow row = new TypedRow(1);
        Problem problem = ColumnType.date().read(field(written), row, 0);
        assertThat(problem == null ? row.detail(0) : 0).isEqualTo(packed);
        if (problem == null) {
            assertThat(row.number(0))
                    .isEqualTo(LocalDate.of(packed / 10_000, packed / 100 % 100, packed % 100)
                            .toEpochDay());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 100",
        "-1.5, -150",
        "+2.05, 205",
        "12.500, 1250",
        "0001.10, 110",
        "9999999999999999, 999999999999999900"
    })
    void readsNumbers(String written, long unscaled) {
        assertThat(Digits.unscaled(field(written), 2)).isEqualTo(unscaled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".5", "1,5", "1e3", "1.005", "--1", "1.2.3", "1234567890123456789", "１"})
    void refusesWhatIsNoNumber(String written) {
        assertThat(Digits.unscaled(field(written), 2)).isEqualTo(Digits.NOT_A_NUMBER);
    }

    private static FieldText field(String written) {
        FieldText text = new FieldText();
        text.at(written.toCharArray(), 0, written.length(), false);
        return text;
    }
}
