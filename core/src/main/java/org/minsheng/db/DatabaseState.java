package org.minsheng.db;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How a database is, asked in one statement.
 *
 * @param serverVersion version of PostgreSQL: {@code 18.6}
 * @param bytes size on disk
 * @param schemaVersion newest migration that was applied; empty when none ever was
 * @param hasExtension whether {@code btree_gist} is there
 * @param now the server's clock
 */
public record DatabaseState(
        String serverVersion, long bytes, Optional<Integer> schemaVersion, boolean hasExtension, Instant now) {
    /** Of the database that is connected. */
    public static DatabaseState of(Handle handle) {
        return handle.createQuery("""
                        SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
                            pg_database_size(current_database()) AS bytes, clock_timestamp() AS now""")
                .map((row, context) -> new DatabaseState(
                        row.getString("version"),
                        row.getLong("bytes"),
                        Migrations.version(handle),
                        MigrationRights.hasExtension(handle),
                        row.getTimestamp("now").toInstant()))
                .one();
    }
}
