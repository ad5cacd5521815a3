package org.minsheng.db;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Opens connections of our settings for a library that wants a {@link DataSource}, and closes those that the library
 * forgets when it fails.
 */
final class SettingsDataSource implements DataSource, AutoCloseable {
    private final ConnectionSettings settings;
    private final List<Connection> opened = new ArrayList<>();

    SettingsDataSource(ConnectionSettings settings) {
        this.settings = settings;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return remember(settings);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return remember(settings.withLogin(user, password));
    }

    private Connection remember(ConnectionSettings wanted) throws SQLException {
        Connection connection = DriverManager.getConnection(wanted.jdbcUrl(), wanted.jdbcProperties());
        opened.add(connection);
        return connection;
    }

    @Override
    public void close() {
        for (Connection connection : opened) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw DbFailures.problemOf(e).asException(e);
            }
        }
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
