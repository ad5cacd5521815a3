package org.minsheng.db;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.postgresql.PGConnection;

/**
 * Reads the rows of a query by COPY in text format, one after the other in bounded memory. What a getter returns
 * belongs to the present row. Closed before the end it reads the rest to no use: a cancel request travels beside the
 * connection, and one that comes late would hit the next statement.
 */
public final class CopyOut implements AutoCloseable {
    private static final int FIELDS_EXPECTED = 40;

    private final org.postgresql.copy.CopyOut copy;
    private byte[] row;
    private int[] starts = new int[FIELDS_EXPECTED + 1];
    private int fields;

    private CopyOut(org.postgresql.copy.CopyOut copy) {
        this.copy = copy;
    }

    /** Begins to read a query; it takes no parameters, so only numbers, dates and names of our own may be in it. */
    public static CopyOut query(Connection connection, String query) {
        try {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            return new CopyOut(postgres.getCopyAPI().copyOut("COPY (" + query + ") TO STDOUT"));
        } catch (SQLException e) {
            throw DbFailures.problemOf(e).asException(e);
        }
    }

    /** Goes to the next row; false at the end. */
    public boolean nextRow() {
        try {
            row = copy.readFromCopy();
        } catch (SQLException e) {
            throw DbFailures.problemOf(e).asException(e);
        }
        if (row == null) {
            return false;
        }
        split();
        return true;
    }

    /** How many fields the row has. */
    public int fields() {
        return fields;
    }

    /** Whether the field is NULL. */
    public boolean isNull(int field) {
        return end(field) - starts[field] == 2 && row[starts[field]] == '\\' && row[starts[field] + 1] == 'N';
    }

    /** The field as a whole number. */
    public long number(int field) {
        return Digits.read(row, starts[field], end(field));
    }

    /** The field as a date. */
    public LocalDate date(int field) {
        int start = starts[field];
        return LocalDate.of(
                (int) Digits.read(row, start, start + 4), (int) Digits.read(row, start + 5, start + 7), (int)
                        Digits.read(row, start + 8, start + 10));
    }

    /** The field as text; null for NULL. */
    public String text(int field) {
        if (isNull(field)) {
            return null;
        }
        int start = starts[field];
        int end = end(field);
        for (int i = start; i < end; i++) {
            if (row[i] == '\\') {
                return unescaped(start, end);
            }
        }
        return new String(row, start, end - start, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            while (copy.isActive() && copy.readFromCopy() != null) {
                // nobody wants this row
            }
        } catch (SQLException e) {
            throw DbFailures.problemOf(e).asException(e);
        }
    }

    private int end(int field) {
        return starts[field + 1] - 1;
    }

    private void split() {
        int found = 0;
        starts[0] = 0;
        for (int i = 0; i < row.length; i++) {
            if (row[i] == '\t' || row[i] == '\n') {
                found++;
                if (found == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * found);
                }
                starts[found] = i + 1;
            }
        }
        fields = found;
    }

    private String unescaped(int start, int end) {
        byte[] plain = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            if (row[i] == '\\') {
                i++;
                plain[length++] = meaning(row[i]);
            } else {
                plain[length++] = row[i];
            }
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }

    private static byte meaning(byte escape) {
        return switch (escape) {
            case 't' -> (byte) '\t';
            case 'n' -> (byte) '\n';
            case 'r' -> (byte) '\r';
            case 'b' -> (byte) '\b';
            case 'f' -> (byte) '\f';
            case 'v' -> (byte) 0x0b;
            default -> escape;
        };
    }
}
