package org.minsheng.db;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.postgresql.PGConnection;

/**
 * Writes rows into a table by COPY in text format: fields in the order of the columns, then {@link #endRow()}. Numbers
 * and dates are written without an object a value. Closed without {@link #finish()} it cancels, and nothing is written.
 */
public final class CopyIn implements AutoCloseable {
    private static final int SEND_BYTES = 1 << 16;

    private final org.postgresql.copy.CopyIn copy;
    private final CopyLine line = new CopyLine(2 * SEND_BYTES);

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
        line.nothing();
        return this;
    }

    /** A whole number; fen. */
    public CopyIn number(long value) {
        line.number(value);
        return this;
    }

    /** A decimal number, or NULL. */
    public CopyIn decimal(BigDecimal value) {
        line.decimal(value);
        return this;
    }

    /** A date, or NULL. */
    public CopyIn date(LocalDate value) {
        line.date(value);
        return this;
    }

    /** Text, or NULL. */
    public CopyIn text(String value) {
        line.text(value);
        return this;
    }

    /** Ends the row. */
    public void endRow() {
        line.endRow();
        if (line.size() >= SEND_BYTES) {
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

    private void send() {
        try {
            line.drainInto(copy);
        } catch (SQLException e) {
            throw DbFailures.problemOf(e).asException(e);
        }
    }
}
