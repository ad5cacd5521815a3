package org.minsheng.cli.command;

import java.net.URI;
import java.util.Optional;
import org.minsheng.base.Problem;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.DbProblem;
import org.minsheng.db.EmbeddedPostgres;

/** Finds the database that the settings name; never makes one. */
final class ConnectionSource {
    private static final int POSTGRES_PORT = 5432;
    private static final String EMBEDDED = "embedded";

    private ConnectionSource() {}

    /**
     * The way to the database: an address, or the home's own server.
     *
     * @throws org.minsheng.base.ProblemException {@code db.not-configured}, {@code db.embedded-not-running}
     */
    static ConnectionSettings of(Settings settings) {
        Optional<Setting> url = settings.find(Environment.URL);
        if (url.isPresent()) {
            return ofUrl(url.get());
        }
        Optional<Setting> database = settings.find(Environment.DATABASE);
        if (database.isPresent() && database.get().value().equals(EMBEDDED)) {
            return new EmbeddedPostgres(settings.home()).settings();
        }
        throw Problem.of(DbProblem.NOT_CONFIGURED).asException();
    }

    private static ConnectionSettings ofUrl(Setting url) {
        try {
            URI address = URI.create(url.value());
            String[] login =
                    Optional.ofNullable(address.getUserInfo()).orElse("").split(":", 2);
            return new ConnectionSettings(
                    Optional.ofNullable(address.getHost()).orElse("localhost"),
                    address.getPort() < 0 ? POSTGRES_PORT : address.getPort(),
                    Optional.ofNullable(address.getPath()).orElse("").replaceFirst("^/", ""),
                    login[0].isEmpty() ? System.getProperty("user.name") : login[0],
                    login.length > 1 ? login[1] : null,
                    url.place());
        } catch (IllegalArgumentException e) {
            throw Problem.of(CliProblem.INVALID_SETTING)
                    .with("setting", "url")
                    .with("value", url.value())
                    .with("place", url.place())
                    .asException(e);
        }
    }
}
