package org.minsheng.load;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.minsheng.db.CopyLine;

/**
 * One row with its values read: numbers as {@code long}, dates as days, texts where they lie in the file. One object is
 * used again for every row of a file; what it shows is good until the next row.
 */
public final class TypedRow {
    private static final long HASH_MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final boolean[] present;
    private final long[] numbers;
    private final int[] details;
    private final int[] starts;
    private final int[] ends;
    private final String[] texts;
    private char[] chars;
    private boolean fromSpreadsheet;
    private long line;

    TypedRow(int columns) {
        present = new boolean[columns];
        numbers = new long[columns];
        details = new int[columns];
        starts = new int[columns];
        ends = new int[columns];
        texts = new String[columns];
    }

    /** The line of the file, from 1. */
    public long line() {
        return line;
    }

    /** Whether the column has a value. */
    public boolean has(Column column) {
        return present[column.position()];
    }

    /** A whole number. */
    public long number(Column column) {
        return numbers[column.position()];
    }

    /** An amount of money in fen. */
    public long fen(Column column) {
        return numbers[column.position()];
    }

    /** A date; null when the column has no value. */
    public LocalDate date(Column column) {
        return has(column) ? LocalDate.ofEpochDay(numbers[column.position()]) : null;
    }

    /** A date as days since 1970-01-01. */
    public long epochDay(Column column) {
        return numbers[column.position()];
    }

    /** A decimal number; null when the column has no value. */
    public BigDecimal decimal(Column column) {
        int position = column.position();
        return present[position] ? BigDecimal.valueOf(numbers[position], details[position]) : null;
    }

    /** A decimal number is this times ten to the power of minus {@link #scale}. */
    public long unscaled(Column column) {
        return numbers[column.position()];
    }

    /** The digits after the point of a decimal number. */
    public int scale(Column column) {
        return details[column.position()];
    }

    /** A text, a code or an identity number in its normal form; null when the column has no value. */
    public String text(Column column) {
        int position = column.position();
        if (!present[position]) {
            return null;
        }
        if (texts[position] == null) {
            texts[position] = new String(chars, starts[position], ends[position] - starts[position]);
        }
        return texts[position];
    }

    /** The length of a text. */
    public int length(Column column) {
        int position = column.position();
        return texts[position] == null ? ends[position] - starts[position] : texts[position].length();
    }

    /** A hash of the value, mixed into another; equal values as the staging table sees them have equal hashes. */
    long hash(Column column, long before) {
        int position = column.position();
        long hash = mixed(before ^ numbers[position]);
        if (texts[position] != null) {
            String text = texts[position];
            for (int index = 0; index < text.length(); index++) {
                hash = (hash + text.charAt(index)) * HASH_MULTIPLIER;
            }
        } else {
            for (int index = starts[position]; index < ends[position]; index++) {
                hash = (hash + chars[index]) * HASH_MULTIPLIER;
            }
        }
        return mixed(hash);
    }

    private static long mixed(long hash) {
        long product = hash * HASH_MULTIPLIER;
        return product ^ (product >>> 32);
    }

    /** Whether the column's text is this one; null is no text. */
    public boolean hasText(Column column, String text) {
        int position = column.position();
        if (texts[position] != null || text == null) {
            return text == null ? !isText(position) : text.equals(texts[position]);
        }
        int start = starts[position];
        if (ends[position] - start != text.length()) {
            return false;
        }
        for (int index = 0; index < text.length(); index++) {
            if (chars[start + index] != text.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    /** The value as the staging table shows it as text; null when the column has none. */
    String asStaged(Column column) {
        if (!has(column) || isText(column.position())) {
            return text(column);
        }
        CopyLine line = new CopyLine(Long.BYTES);
        column.type().write(this, column.position(), line);
        return new String(line.take(), StandardCharsets.US_ASCII);
    }

    /** The column's text; null for a column of numbers or without a value. */
    String textIfAny(Column column) {
        return isText(column.position()) ? text(column) : null;
    }

    private boolean isText(int position) {
        return texts[position] != null || ends[position] > starts[position];
    }

    void begin(RawRecord record) {
        line = record.line();
        chars = record.chars();
        fromSpreadsheet = record.fromSpreadsheet();
    }

    void clear(int position) {
        present[position] = false;
        texts[position] = null;
        numbers[position] = 0;
        details[position] = 0;
        starts[position] = 0;
        ends[position] = 0;
    }

    /** Sets a whole number, fen, or an epoch day with its packed date as detail, or an unscaled number with its scale. */
    void set(int position, long number, int detail) {
        present[position] = true;
        numbers[position] = number;
        details[position] = detail;
    }

    /** Sets a text that lies in the record. */
    void set(int position, int start, int end) {
        present[position] = true;
        starts[position] = start;
        ends[position] = end;
    }

    /** Sets a text that differs from the characters of the record. */
    void set(int position, String text) {
        present[position] = true;
        texts[position] = text;
    }

    boolean has(int position) {
        return present[position];
    }

    long number(int position) {
        return numbers[position];
    }

    int detail(int position) {
        return details[position];
    }

    boolean fromSpreadsheet() {
        return fromSpreadsheet;
    }

    void writeText(int position, CopyLine out) {
        if (texts[position] != null) {
            out.text(texts[position]);
        } else {
            out.text(chars, starts[position], ends[position]);
        }
    }
}
