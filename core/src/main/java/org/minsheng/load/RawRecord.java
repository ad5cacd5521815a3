package org.minsheng.load;

import java.util.Arrays;
import java.util.List;
import org.minsheng.base.Problem;

/**
 * One record of a file as it was written: where it stands and its fields, nothing interpreted. One object is used again
 * for every record of a file; what it shows is good until the reader goes on.
 */
public final class RawRecord {
    private static final int FIELDS_EXPECTED = 32;

    private char[] chars = new char[0];
    private int[] starts = new int[FIELDS_EXPECTED];
    private int[] ends = new int[FIELDS_EXPECTED];
    private int size;
    private long row;
    private long line;
    private Problem trouble;
    private boolean fromSpreadsheet;

    /** The record's number among the records of its file, from 1. */
    public long row() {
        return row;
    }

    /** The line of the file on which it begins, from 1; for lines nested in NDJSON their number in the file. */
    public long line() {
        return line;
    }

    /** How many fields it has. */
    public int size() {
        return size;
    }

    /** One field as text, exactly as written (quotes taken off). */
    public String text(int field) {
        return new String(chars, starts[field], ends[field] - starts[field]);
    }

    /** All fields as text. */
    public List<String> texts() {
        String[] texts = new String[size];
        for (int field = 0; field < size; field++) {
            texts[field] = text(field);
        }
        return Arrays.asList(texts);
    }

    /** What is wrong with the record as a record (ragged, a broken quote, a NUL byte), or null. */
    public Problem trouble() {
        return trouble;
    }

    /** Whether a number may be a date or may have lost digits, as in a spreadsheet. */
    public boolean fromSpreadsheet() {
        return fromSpreadsheet;
    }

    char[] chars() {
        return chars;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /** Begins the next record. */
    void begin(long rowNumber, long lineNumber) {
        row = rowNumber;
        line = lineNumber;
        size = 0;
        trouble = null;
    }

    /** Names the array in which the next fields lie. */
    void in(char[] array) {
        chars = array;
    }

    void field(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    /** Takes fields that were read as strings. */
    void fields(List<String> texts) {
        int length = 0;
        for (String text : texts) {
            length += text.length();
        }
        chars = new char[length];
        size = 0;
        int position = 0;
        for (String text : texts) {
            text.getChars(0, text.length(), chars, position);
            field(position, position + text.length());
            position += text.length();
        }
    }

    void trouble(Problem problem) {
        if (trouble == null) {
            trouble = problem;
        }
    }

    void fromSpreadsheet(boolean yes) {
        fromSpreadsheet = yes;
    }
}
