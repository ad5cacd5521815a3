package org.minsheng.db;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.postgresql.PGConnection;

/**
 * Writes rows into a table by COPY in text format: fields in the order of the columns, then {@link #endRow()}. Numbers
 * and dates are written without an object a value. Closed without {@link #finish()} it cancels, and nothing is written.
 */
public final class CopyIn implements AutoCloseable {
    private static final int SEND_BYTES = 1 << 16;
    private static final int FIELD_ROOM_BYTES = 64;
    private static final int UTF8_BYTES_MAX = 3;

    private final org.postgresql.copy.CopyIn copy;
    private byte[] buffer = new byte[2 * SEND_BYTES];
    private int size;
    private boolean insideRow;

    private CopyIn(org.postgresql.copy.CopyIn copy) {
        this.copy = copy;
    }

    /** Begins to write into {@code table (column, …)}. */
    public static CopyIn into(Connection connection, String tableAndColumns) {
        try {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            return new CopyIn(postgres.getCopyAPI().copyIn("COPY " + tableAndColumns + " FROM STDIN"));
        } catch (SQLException e) {
            throw DbFailures.problemOf(e).asException(e);
        }
    }

    /** NULL. */
    public CopyIn nil() {
        separate(FIELD_ROOM_BYTES);
        buffer[size++] = '\\';
        buffer[size++] = 'N';
        return this;
    }

    /** A whole number; fen. */
    public CopyIn number(long value) {
        separate(FIELD_ROOM_BYTES);
        size = Digits.write(buffer, size, value);
        return this;
    }

    /** A decimal number, or NULL. */
    public CopyIn decimal(BigDecimal value) {
        return value == null ? nil() : text(value.toPlainString());
    }

    /** A date, or NULL. */
    public CopyIn date(LocalDate value) {
        return value == null ? nil() : text(value.toString());
    }

    /** Text, or NULL. */
    public CopyIn text(String value) {
        if (value == null) {
            return nil();
        }
        separate(UTF8_BYTES_MAX * value.length() + FIELD_ROOM_BYTES);
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter >= 0x80) {
                appendRest(value.substring(i));
                break;
            }
            appendAscii(letter);
        }
        return this;
    }

    /** Ends the row. */
    public void endRow() {
        ensure(1);
        buffer[size++] = '\n';
        insideRow = false;
        if (size >= SEND_BYTES) {
            send();
        }
    }

    /** Ends the table's rows; returns how many were written. */
    public long finish() {
        try {
            send();
            return copy.endCopy();
        } catch (SQLException e) {
            throw DbFailures.problemOf(e).asException(e);
        }
    }

    @Override
    public void close() {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                throw DbFailures.problemOf(e).asException(e);
            }
        }
    }

    private void appendRest(String rest) {
        byte[] utf8 = rest.getBytes(StandardCharsets.UTF_8);
        ensure(2 * utf8.length);
        for (byte one : utf8) {
            if (one < 0) {
                buffer[size++] = one;
            } else {
                appendAscii((char) one);
            }
        }
    }

    private void appendAscii(char letter) {
        ensure(2);
        char escape =
                switch (letter) {
                    case '\t' -> 't';
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    case '\\' -> '\\';
                    default -> 0;
                };
        if (escape == 0) {
            buffer[size++] = (byte) letter;
        } else {
            buffer[size++] = '\\';
            buffer[size++] = (byte) escape;
        }
    }

    private void separate(int room) {
        ensure(room + 1);
        if (insideRow) {
            buffer[size++] = '\t';
        }
        insideRow = true;
    }

    private void ensure(int room) {
        if (buffer.length - size < room) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + room));
        }
    }

    private void send() {
        try {
            copy.writeToCopy(buffer, 0, size);
            size = 0;
        } catch (SQLException e) {
            throw DbFailures.problemOf(e).asException(e);
        }
    }
}
