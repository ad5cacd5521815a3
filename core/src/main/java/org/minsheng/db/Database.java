package org.minsheng.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.minsheng.base.Problem;

/**
 * One connection to the database, opened when it is first needed. A command needs one; workers of a batch take one each
 * by {@link #another()}. There is no pool: commands are short.
 */
public final class Database implements AutoCloseable {
    private static final int OLDEST_VERSION = 15;

    private final ConnectionSettings settings;
    private Handle handle;

    public Database(ConnectionSettings settings) {
        this.settings = settings;
    }

    /** Where it is. */
    public ConnectionSettings settings() {
        return settings;
    }

    /** A further database of the same settings with a connection of its own; to be closed by the caller. */
    public Database another() {
        return new Database(settings);
    }

    /**
     * The connection, opened now when it was not yet.
     *
     * @throws org.minsheng.base.ProblemException {@code db.unreachable}, {@code db.login-refused},
     *     {@code db.database-missing}, {@code db.server-too-old}
     */
    public Handle handle() {
        if (handle == null) {
            Connection connection = connect();
            handle = Jdbi.open(() -> connection);
        }
        return handle;
    }

    /** Whether the connection was opened and still stands. */
    public boolean isAlive() {
        try {
            return handle != null
                    && !handle.isClosed()
                    && handle.getConnection().isValid(1);
        } catch (SQLException lost) {
            return false;
        }
    }

    private Connection connect() {
        try {
            Connection connection = DriverManager.getConnection(settings.jdbcUrl(), settings.jdbcProperties());
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                connection.close();
                throw Problem.of(DbProblem.SERVER_TOO_OLD)
                        .with("version", version)
                        .with("database", settings.label())
                        .asException();
            }
            return connection;
        } catch (SQLException e) {
            throw DbFailures.problemOf(e).with("database", settings.label()).asException(e);
        }
    }

    @Override
    public void close() {
        if (handle != null) {
            handle.close();
            handle = null;
        }
    }
}
