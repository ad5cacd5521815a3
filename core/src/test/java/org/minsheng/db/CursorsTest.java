package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class CursorsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static Stream<Integer> rows(String sql) {
        Handle handle = database.handle();
        return Cursors.rows(handle, handle.createQuery(sql), (row, context) -> row.getInt(1));
    }

    /** The portals that the driver fetches from by and by. */
    private static long portals() {
        return database.handle()
                .createQuery("SELECT count(*) FROM pg_cursors WHERE name LIKE 'C\\_%'")
                .mapTo(Long.class)
                .one();
    }

    @Test
    void leavesTheRowsAtTheServerUntilTheyAreAskedFor() {
        try (Stream<Integer> rows = rows("SELECT generate_series(1, 5000)")) {
            Iterator<Integer> each = rows.iterator();
            assertThat(each.next()).isEqualTo(1);
            assertThat(portals()).isEqualTo(1);
            assertThat(each).toIterable().hasSize(4999);
        }
        assertThat(database.handle().isInTransaction()).isFalse();
        assertThat(portals()).isZero();
    }

    @Test
    void leavesTheTransactionThatWasThereBefore() {
        database.handle().useTransaction(transaction -> {
            try (Stream<Integer> rows = rows("SELECT generate_series(1, 5000)")) {
                assertThat(rows).hasSize(5000);
            }
            assertThat(transaction.isInTransaction()).isTrue();
        });
    }

    @Test
    void leavesNoTransactionBehindAFailure() {
        assertThatThrownBy(() -> rows("SELECT 1 / 0")).isInstanceOf(UnableToExecuteStatementException.class);
        assertThat(database.handle().isInTransaction()).isFalse();
    }
}
