package org.minsheng.db;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's text COPY format, written into one byte array: no string and no object a value. Fields are
 * written in order; {@link #endRow()} ends the row.
 */
public final class CopyLine {
    private static final int ROOM_BYTES = 64;
    private static final int BYTES_PER_CHAR_MAX = 4;
    /** Later years have more digits, and a sign. */
    private static final int YEAR_MAX = 9_999;

    private byte[] bytes;
    private char[] letters = new char[ROOM_BYTES];
    private int size;
    private boolean rowBegun;

    /** @param capacity room in bytes to begin with; it grows */
    public CopyLine(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** NULL. */
    public CopyLine nothing() {
        separator(ROOM_BYTES);
        bytes[size++] = '\\';
        bytes[size++] = 'N';
        return this;
    }

    /** A whole number: {@code bigint}, {@code integer}, {@code smallint}; fen. */
    public CopyLine number(long value) {
        separator(ROOM_BYTES);
        size = Digits.write(bytes, size, value);
        return this;
    }

    /** A date given as yyyymmdd in one number. */
    public CopyLine packedDate(int packed) {
        separator(ROOM_BYTES);
        int year = packed / 10_000;
        twoDigits(year / 100);
        twoDigits(year % 100);
        bytes[size++] = '-';
        twoDigits(packed / 100 % 100);
        bytes[size++] = '-';
        twoDigits(packed % 100);
        return this;
    }

    /** {@code unscaled × 10^-scale}, without zeros at the end. */
    public CopyLine decimal(long unscaled, int scale) {
        if (scale == 0) {
            return number(unscaled);
        }
        if (scale < 0 || scale >= Digits.POWERS.length || unscaled == Long.MIN_VALUE) {
            return text(BigDecimal.valueOf(unscaled, scale).toPlainString());
        }
        separator(ROOM_BYTES);
        long one = Digits.POWERS[scale];
        long digits = Math.abs(unscaled);
        if (unscaled < 0) {
            bytes[size++] = '-';
        }
        size = Digits.write(bytes, size, digits / one);
        long fraction = digits % one;
        if (fraction > 0) {
            bytes[size++] = '.';
        }
        for (long place = one / 10; fraction > 0; place /= 10) {
            bytes[size++] = (byte) ('0' + fraction / place);
            fraction %= place;
        }
        return this;
    }

    /** A decimal number; null is NULL. */
    public CopyLine decimal(BigDecimal value) {
        return value == null ? nothing() : text(value.toPlainString());
    }

    /** A date; null is NULL. */
    public CopyLine date(LocalDate value) {
        if (value == null) {
            return nothing();
        }
        int year = value.getYear();
        if (year < 0 || year > YEAR_MAX) {
            return text(value.toString());
        }
        return packedDate((year * 100 + value.getMonthValue()) * 100 + value.getDayOfMonth());
    }

    /** Text; null is NULL. */
    public CopyLine text(String value) {
        if (value == null) {
            return nothing();
        }
        int length = value.length();
        if (length > letters.length) {
            letters = new char[2 * length];
        }
        value.getChars(0, length, letters, 0);
        return text(letters, 0, length);
    }

    /** Text of a range of characters. */
    public CopyLine text(char[] chars, int from, int until) {
        separator(BYTES_PER_CHAR_MAX * (until - from) + ROOM_BYTES);
        for (int index = from; index < until; index++) {
            char c = chars[index];
            if (c < 0x80) {
                if (c <= '\\' && escaped(c)) {
                    continue;
                }
                bytes[size++] = (byte) c;
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xC0 | (c >> 6));
                bytes[size++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isSurrogate(c)) {
                index += surrogate(chars, index, until);
            } else {
                bytes[size++] = (byte) (0xE0 | (c >> 12));
                bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[size++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        return this;
    }

    /** An array of texts. */
    public CopyLine texts(Iterable<String> values) {
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() == 1 ? "" : ",");
            if (value == null) {
                array.append("NULL");
                continue;
            }
            // No text of the database can hold a NUL; damaged text stays recognisably damaged.
            String storable = value.replace('\0', '\uFFFD');
            array.append('"')
                    .append(storable.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text(array.append('}').toString());
    }

    /** Ends the row. */
    public void endRow() {
        ensure(1);
        bytes[size++] = '\n';
        rowBegun = false;
    }

    /** How many bytes wait. */
    public int size() {
        return size;
    }

    /** The bytes so far, and an empty line to go on with. */
    public byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    /** Hands the bytes so far over where they lie, and begins an empty line. */
    void drainInto(CopyIn sink) throws SQLException {
        sink.writeToCopy(bytes, 0, size);
        size = 0;
    }

    private void separator(int room) {
        ensure(room);
        if (rowBegun) {
            bytes[size++] = '\t';
        }
        rowBegun = true;
    }

    private void ensure(int room) {
        if (size + room + 1 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + room + 1));
        }
    }

    private boolean escaped(char c) {
        char letter =
                switch (c) {
                    case '\t' -> 't';
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    case '\\' -> '\\';
                    default -> 0;
                };
        if (letter == 0) {
            return false;
        }
        bytes[size++] = '\\';
        bytes[size++] = (byte) letter;
        return true;
    }

    /** Writes the pair at {@code index}, or a question mark for half a pair; returns the characters used beyond one. */
    private int surrogate(char[] chars, int index, int until) {
        if (index + 1 < until && Character.isSurrogatePair(chars[index], chars[index + 1])) {
            byte[] four = new String(chars, index, 2).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(four, 0, bytes, size, four.length);
            size += four.length;
            return 1;
        }
        bytes[size++] = '?';
        return 0;
    }

    private void twoDigits(int value) {
        bytes[size++] = (byte) ('0' + value / 10);
        bytes[size++] = (byte) ('0' + value % 10);
    }
}
