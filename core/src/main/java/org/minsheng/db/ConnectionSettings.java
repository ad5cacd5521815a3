package org.minsheng.db;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * Where the database is and who asks.
 *
 * @param host name or address of the server
 * @param port its port
 * @param database name of the database
 * @param user login
 * @param password password, or null when {@code ~/.pgpass} or the server needs none; never shown
 * @param source where these settings came from, in words for messages: {@code profile counter}
 * @param sslMode how the connection is encrypted, as libpq names it; null leaves it to the driver
 */
public record ConnectionSettings(
        String host, int port, String database, String user, String password, String source, String sslMode) {
    private static final String LOCK_TIMEOUT = "60s";
    private static final String CONNECTION_CHECK = "5s";

    public ConnectionSettings {
        Objects.requireNonNull(host);
        Objects.requireNonNull(database);
        Objects.requireNonNull(user);
    }

    /** Settings that leave the encryption to the driver. */
    public ConnectionSettings(String host, int port, String database, String user, String password, String source) {
        this(host, port, database, user, password, source, null);
    }

    /** The same server and login, another database. */
    public ConnectionSettings withDatabase(String other) {
        return new ConnectionSettings(host, port, other, user, password, source, sslMode);
    }

    /** The same, encrypted in that way. */
    public ConnectionSettings withSslMode(String mode) {
        return new ConnectionSettings(host, port, database, user, password, source, mode);
    }

    /** The same, found there. */
    public ConnectionSettings withSource(String place) {
        return new ConnectionSettings(host, port, database, user, password, place, sslMode);
    }

    /** The same server and database, another login. */
    public ConnectionSettings withLogin(String otherUser, String otherPassword) {
        return new ConnectionSettings(host, port, database, otherUser, otherPassword, source, sslMode);
    }

    /** The server and database as people name them: {@code minsheng@127.0.0.1:5432/minsheng}. */
    public String label() {
        return user + "@" + host + ":" + port + "/" + database;
    }

    String jdbcUrl() {
        String address = host.contains(":") ? "[" + host + "]" : host;
        return "jdbc:postgresql://" + address + ":" + port + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    /** What every session of ours sets. A worker whose client died stops by itself; nobody waits for ever. */
    Properties jdbcProperties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        if (password != null) {
            properties.setProperty("password", password);
        }
        if (sslMode != null) {
            properties.setProperty("sslmode", sslMode);
        }
        properties.setProperty("ApplicationName", "minsheng");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty(
                "options",
                "-c TimeZone=Asia/Shanghai -c lock_timeout=" + LOCK_TIMEOUT + " -c client_connection_check_interval="
                        + CONNECTION_CHECK);
        return properties;
    }

    @Override
    public String toString() {
        return label();
    }
}
