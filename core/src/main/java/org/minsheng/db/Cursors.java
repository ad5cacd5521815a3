package org.minsheng.db;

import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Reads many rows with a bounded memory: the server hands them out by and by, which it does in a transaction only. */
public final class Cursors {
    private static final int FETCH_ROWS = 1_000;

    private Cursors() {}

    /**
     * The rows of a query that only reads. The stream must be closed: the transaction that it needs ends with it, when
     * none was there before.
     */
    public static <T> Stream<T> rows(Handle handle, Query query, RowMapper<T> mapper) {
        query.setFetchSize(FETCH_ROWS);
        if (handle.isInTransaction()) {
            return query.map(mapper).stream();
        }
        handle.begin();
        boolean open = false;
        try {
            Stream<T> rows = query.map(mapper).stream().onClose(handle::rollback);
            open = true;
            return rows;
        } finally {
            if (!open) {
                handle.rollback();
            }
        }
    }
}
