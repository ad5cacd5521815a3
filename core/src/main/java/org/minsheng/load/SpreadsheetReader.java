package org.minsheng.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.minsheng.base.Problem;

/**
 * Reads one sheet of an XLSX file, row by row. Dates become ISO text; a number that is too long for a spreadsheet's
 * fifteen digits keeps its exponent, so that nobody takes a rounded identity number for a real one.
 */
final class SpreadsheetReader implements RecordReader {
    /** The format keeps its texts in one table that must be in memory: larger files belong into CSV. */
    static final long FILE_BYTES_MAX = 128L << 20;

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final BigDecimal FIRST_INEXACT = BigDecimal.valueOf(1_000_000_000_000_000L);
    private static final MathContext EXACT_DIGITS = new MathContext(15);

    private final Source source;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> header;
    private long row;

    SpreadsheetReader(Source source, FileKind kind) {
        this.source = source;
        try {
            checkSize(source);
            workbook = workbookOf(source);
            Sheet sheet = sheetOf(source, kind, workbook);
            stream = sheet.openStream();
            rows = stream.iterator();
            header = rows.hasNext() ? withoutEmptyTail(texts(rows.next(), 0)) : List.of();
        } catch (IOException failure) {
            throw Source.unreadable(source.name(), failure);
        }
        if (header.isEmpty()) {
            throw Problem.of(LoadProblem.EMPTY_FILE).with("file", source.name()).asException();
        }
    }

    /** What has no name any more is taken into memory as a whole: {@link #FILE_BYTES_MAX} at the most. */
    private static ReadableWorkbook workbookOf(Source source) throws IOException {
        if (source.path().isPresent()) {
            return new ReadableWorkbook(source.path().get().toFile(), WITH_FORMATS);
        }
        try (InputStream bytes = source.verified()) {
            return new ReadableWorkbook(bytes, WITH_FORMATS);
        }
    }

    private static void checkSize(Source source) throws IOException {
        long bytes = source.bytesStored();
        if (bytes > FILE_BYTES_MAX) {
            throw Problem.of(LoadProblem.SPREADSHEET_TOO_LARGE)
                    .with("file", source.name())
                    .with("bytes", bytes)
                    .with("limit", FILE_BYTES_MAX)
                    .asException();
        }
    }

    /** The sheet that was asked for, else the first whose header fits the kind, else the first. */
    private static Sheet sheetOf(Source source, FileKind kind, ReadableWorkbook workbook) throws IOException {
        List<Sheet> sheets = workbook.getSheets().toList();
        for (Sheet sheet : sheets) {
            boolean wanted = source.sheet() == null
                    ? HeaderMapping.fits(kind, headerOf(sheet))
                    : sheet.getName().equals(source.sheet());
            if (wanted) {
                return sheet;
            }
        }
        if (source.sheet() == null && !sheets.isEmpty()) {
            return sheets.get(0);
        }
        throw Problem.of(LoadProblem.SHEET_MISSING)
                .with("file", source.name())
                .with("sheet", source.sheet())
                .with("sheets", sheets.stream().map(Sheet::getName).toList())
                .asException();
    }

    private static List<String> headerOf(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.findFirst()
                    .map(first -> withoutEmptyTail(texts(first, 0)))
                    .orElse(List.of());
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public boolean next(RawRecord record) {
        while (rows.hasNext()) {
            Row current = rows.next();
            List<String> texts = texts(current, header.size());
            if (texts.stream().allMatch(String::isEmpty)) {
                continue;
            }
            row++;
            record.begin(row, current.getRowNum());
            record.fromSpreadsheet(true);
            while (texts.size() > header.size() && texts.get(texts.size() - 1).isEmpty()) {
                texts.remove(texts.size() - 1);
            }
            record.fields(texts);
            if (texts.size() > header.size()) {
                record.trouble(Problem.of(LoadProblem.RAGGED_ROW)
                        .with("expected", header.size())
                        .with("found", texts.size()));
            }
            return true;
        }
        return false;
    }

    private static List<String> texts(Row row, int atLeast) {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < row.getCellCount(); index++) {
            Cell cell = row.getOptionalCell(index).orElse(null);
            texts.add(cell == null ? "" : text(cell));
        }
        while (texts.size() < atLeast) {
            texts.add("");
        }
        return texts;
    }

    private static List<String> withoutEmptyTail(List<String> names) {
        while (!names.isEmpty() && names.get(names.size() - 1).isBlank()) {
            names.remove(names.size() - 1);
        }
        return names;
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            String text = cell.getText();
            return text == null ? "" : text;
        }
        BigDecimal number = cell.asNumber();
        if (isDate(cell.getDataFormatString())) {
            return cell.asDate().toLocalDate().toString();
        }
        if (number.abs().compareTo(FIRST_INEXACT) >= 0) {
            return String.valueOf(number.doubleValue());
        }
        // 0.1 + 0.2 is stored as 0.30000000000000004: no spreadsheet shows more than fifteen digits.
        BigDecimal shown = number.round(EXACT_DIGITS).stripTrailingZeros();
        return shown.toPlainString();
    }

    private static boolean isDate(String format) {
        if (format == null || format.equalsIgnoreCase("general")) {
            return false;
        }
        String letters = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0;
    }

    @Override
    public void close() {
        stream.close();
        try (InputStream bytes = source.verified()) {
            workbook.close();
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw Source.unreadable(source.name(), failure);
        }
    }
}
