package org.minsheng.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.claim.CatalogueFile;
import org.minsheng.claim.ClaimFiles;
import org.minsheng.db.TestDatabase;
import org.minsheng.load.BulkLoader;
import org.minsheng.load.Column;
import org.minsheng.load.FileKind;
import org.minsheng.load.LoadFile;
import org.minsheng.load.LoadReport;
import org.minsheng.load.LoadRequest;
import org.minsheng.load.Source;
import org.minsheng.registry.CompanyFile;
import org.minsheng.registry.PersonFile;
import org.minsheng.run.Progress;

/** Each kind in each form in which files come: encodings, packing, spreadsheets, and every name of every column. */
@Tag("database")
class FileFormatsTest {
    private static final String COMPANIES = "统一社会信用代码,单位名称,行政区划代码\n91350100M000100Y43,青岛某公司,370202\n";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private static LoadReport load(LoadFile... files) {
        return new BulkLoader(database.database(), Progress.SILENT, problem -> problem.code()
                        .code())
                .load(LoadRequest.of(files).planOnly());
    }

    private LoadReport plan(FileKind kind, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(kind.name()), content);
        try (Source source = Source.open(file.toString(), InputStream.nullInputStream(), Source.Wishes.NONE)) {
            return load(LoadFile.of(kind, source));
        }
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] marked(byte[] content) {
        byte[] all = new byte[BYTE_ORDER_MARK.length + content.length];
        System.arraycopy(BYTE_ORDER_MARK, 0, all, 0, BYTE_ORDER_MARK.length);
        System.arraycopy(content, 0, all, BYTE_ORDER_MARK.length, content.length);
        return all;
    }

    private static void assertTaken(LoadReport report) {
        LoadReport.OfFile file = report.files().get(0);
        assertThat(report.samples()).isEmpty();
        assertThat(file.inserted()).isEqualTo(file.read()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void inEachEncodingPlainAndPacked(String encoding) throws IOException {
        byte[] content = COMPANIES.getBytes(Charset.forName(encoding));
        assertTaken(plan(CompanyFile.KIND, content));
        assertTaken(plan(CompanyFile.KIND, packed(content)));
        assertTaken(plan(CompanyFile.KIND, marked(COMPANIES.getBytes(StandardCharsets.UTF_8))));
        assertTaken(plan(CompanyFile.KIND, windows(encoding)));
    }

    private static byte[] windows(String encoding) {
        return COMPANIES.replace("\n", "\r\n").replace(",", "\t").getBytes(Charset.forName(encoding));
    }

    @Test
    void asLinesOfJson() throws IOException {
        String ndjson = "{\"uscc\":\"91350100M000100Y43\",\"emp_name\":\"\\u516c\\u53f8\",\"admdvs\":370202,"
                + "\"industry_code\":null}\n\n";
        assertTaken(plan(CompanyFile.KIND, ndjson.getBytes(StandardCharsets.UTF_8)));
    }

    /** Rows of a sheet; a date becomes a date cell, a number a number cell. */
    private static byte[] sheet(Object[]... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes;
                Workbook workbook = new Workbook(out, "minsheng", "1.0")) {
            Worksheet cover = workbook.newWorksheet("说明");
            cover.value(0, 0, "本表由社保局导出");
            Worksheet sheet = workbook.newWorksheet("数据");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    Object value = rows[row][column];
                    if (value instanceof LocalDate date) {
                        sheet.value(row, column, date);
                        sheet.style(row, column).format("yyyy-mm-dd").set();
                    } else if (value instanceof Number number) {
                        sheet.value(row, column, number);
                    } else if (value != null) {
                        sheet.value(row, column, value.toString());
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void asSpreadsheetsOfPersonsCompaniesAndCatalogues() throws IOException {
        assertTaken(
                plan(PersonFile.KIND, sheet(new Object[] {"身份证号", "姓名", "性别", "出生日期", "行政区划代码", "手机号码"}, new Object[] {
                    "11010519491231002X", "王芳", "女", LocalDate.of(1949, 12, 31), 370202, 13800000001L
                })));
        assertTaken(plan(CompanyFile.KIND, sheet(new Object[] {"信用代码", "单位名称", "区划代码", "登记日期"}, new Object[] {
            "91350100M000100Y43", "某公司", "370202", "2001/3/8"
        })));
        assertTaken(plan(
                CatalogueFile.KIND,
                sheet(
                        new Object[] {"目录版本", "生效日期", "乙类默认先行自付比例", "项目编码", "项目名称", "项目类别", "收费项目等级", "3级限价", "先行自付比例"},
                        new Object[] {"2025-1", LocalDate.of(2025, 1, 1), 0.1, "D1", "药", "药品", "乙类", 12.5, 0.05})));
    }

    @Test
    void tellsOfANumberThatASpreadsheetHasRounded() throws IOException {
        LoadReport report =
                plan(PersonFile.KIND, sheet(new Object[] {"身份证号", "姓名", "性别", "出生日期", "行政区划代码"}, new Object[] {
                    new BigDecimal("370202199001011000"), "王芳", "女", LocalDate.of(1990, 1, 1), 370202
                }));
        assertThat(report.samples()).singleElement().satisfies(sample -> {
            assertThat(sample.line()).isEqualTo(2);
            assertThat(sample.column()).isEqualTo("身份证号");
            assertThat(sample.problem().code().code()).isEqualTo("id.spreadsheet");
        });
    }

    static Stream<FileKind> kinds() {
        return FileKinds.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void underEveryNameOfEveryColumn(FileKind kind) throws IOException {
        for (Column column : kind.columns()) {
            assertThat(column.aliases())
                    .as("a Chinese name of %s of %s", column.name(), kind)
                    .anyMatch(alias -> alias.codePoints().anyMatch(Character::isIdeographic));
            for (String alias : column.aliases()) {
                assertThat(renamed(kind, column, alias))
                        .as("%s of %s as %s", column.name(), kind, alias)
                        .isEqualTo(Map.of(alias, column.name()));
            }
        }
    }

    private Map<String, String> renamed(FileKind kind, Column column, String alias) throws IOException {
        ClaimFiles claims = ClaimFiles.unpriced();
        List<FileKind> files =
                kind.name().startsWith("claim") ? List.of(claims.claims(), claims.lines()) : List.of(kind);
        List<LoadFile> loads = new ArrayList<>();
        Map<String, String> renamed = new LinkedHashMap<>();
        try {
            for (FileKind each : files) {
                String header = each.columns().stream()
                        .map(own ->
                                each.name().equals(kind.name()) && own.name().equals(column.name())
                                        ? alias
                                        : own.name())
                        .collect(Collectors.joining(","));
                Path file = Files.writeString(folder.resolve(each.name() + ".csv"), header + "\n");
                loads.add(LoadFile.of(
                        each, Source.open(file.toString(), InputStream.nullInputStream(), Source.Wishes.NONE)));
            }
            load(loads.toArray(LoadFile[]::new)).files().forEach(file -> renamed.putAll(file.renamed()));
        } finally {
            loads.forEach(file -> file.source().close());
        }
        return renamed;
    }
}
