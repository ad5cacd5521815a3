package org.minsheng.cli.command;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.minsheng.base.Problem;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.DbProblem;
import org.minsheng.db.EmbeddedPostgres;
import org.minsheng.db.PasswordFile;
import org.minsheng.db.ServiceFile;

/** Finds the database that the settings name; never makes one. */
final class ConnectionSource {
    /** The value of the setting {@code database}. */
    static final String EMBEDDED = "embedded";

    private static final int POSTGRES_PORT = 5432;
    private static final int PORT_MAX = 65535;

    private final Settings settings;

    private ConnectionSource(Settings settings) {
        this.settings = settings;
    }

    /**
     * The way to the database.
     *
     * @throws org.minsheng.base.ProblemException {@code db.not-configured}, {@code db.embedded-missing}, and what is
     *     wrong with a setting
     */
    static DatabaseChoice of(Settings settings) {
        return new ConnectionSource(settings).choose();
    }

    private DatabaseChoice choose() {
        // The order decides between settings of equal strength.
        Setting address = Stream.of(
                        Environment.URL,
                        Environment.DATABASE,
                        Environment.SERVICE,
                        Environment.HOST,
                        Environment.DATABASE_NAME)
                .flatMap(environment -> settings.find(environment).stream())
                .min(Comparator.comparing(Setting::origin))
                .orElseThrow(() -> Problem.of(DbProblem.NOT_CONFIGURED).asException());
        if (address.environment() == Environment.DATABASE) {
            return embedded(address);
        }
        return new DatabaseChoice(connection(address, parts(address)), false, expectedInstallation(address));
    }

    private DatabaseChoice embedded(Setting address) {
        if (!address.value().equals(EMBEDDED)) {
            throw address.invalid();
        }
        ConnectionSettings found =
                new EmbeddedPostgres(settings.home()).settings().withSource(address.place());
        return new DatabaseChoice(found, true, expectedInstallation(address));
    }

    /** A profile's pin belongs to the database of that profile; a variable's to any. */
    private Setting expectedInstallation(Setting address) {
        return settings.find(Environment.EXPECT_INSTALLATION)
                .filter(pin -> !pin.origin().isProfile() || address.origin().isProfile())
                .orElse(null);
    }

    /** What is known under libpq's names, the strongest first. */
    private Map<String, String> parts(Setting address) {
        Map<String, String> parts = new LinkedHashMap<>();
        if (address.environment() == Environment.URL) {
            DatabaseAddress.parse(address).forEach(parts::putIfAbsent);
        }
        if (address.origin().isProfile()) {
            putIfAbsent(parts, ServiceFile.SSL_MODE, Environment.SSL_MODE);
            putIfAbsent(parts, ServiceFile.PASSWORD_FILE, Environment.PASSWORD_FILE);
            if (address.environment() == Environment.SERVICE) {
                service(address).forEach(parts::putIfAbsent);
            }
        }
        putIfAbsent(parts, ServiceFile.HOST, Environment.HOST);
        putIfAbsent(parts, ServiceFile.PORT, Environment.PORT);
        putIfAbsent(parts, ServiceFile.DATABASE, Environment.DATABASE_NAME);
        putIfAbsent(parts, ServiceFile.USER, Environment.USER);
        putIfAbsent(parts, ServiceFile.SSL_MODE, Environment.SSL_MODE);
        putIfAbsent(parts, ServiceFile.PASSWORD_FILE, Environment.PASSWORD_FILE);
        if (address.origin() == Setting.Origin.LIBPQ) {
            settings.find(Environment.SERVICE).ifPresent(named -> service(named).forEach(parts::putIfAbsent));
        }
        return parts;
    }

    private void putIfAbsent(Map<String, String> parts, String name, Environment environment) {
        settings.value(environment).ifPresent(value -> parts.putIfAbsent(name, value));
    }

    private Map<String, String> service(Setting named) {
        Path file = settings.serviceFile();
        Map<String, String> found = ServiceFile.read(file)
                .section(named.value())
                .orElseThrow(() -> Problem.of(CliProblem.UNKNOWN_SERVICE)
                        .with("service", named.value())
                        .with("place", named.place())
                        .with("file", file)
                        .asException());
        if (found.containsKey(DatabaseAddress.PASSWORD)) {
            throw Problem.of(CliProblem.PASSWORD_IN_ADDRESS)
                    .with("place", file + " [" + named.value() + "]")
                    .asException();
        }
        return found;
    }

    private ConnectionSettings connection(Setting address, Map<String, String> parts) {
        String host = parts.getOrDefault(ServiceFile.HOST, "localhost");
        if (host.startsWith("/")) {
            throw Problem.of(CliProblem.SOCKET_HOST).with("host", host).asException();
        }
        String user = parts.getOrDefault(ServiceFile.USER, System.getProperty("user.name"));
        ConnectionSettings found = new ConnectionSettings(
                        host,
                        port(address, parts),
                        parts.getOrDefault(ServiceFile.DATABASE, user),
                        user,
                        null,
                        address.place())
                .withSslMode(parts.get(ServiceFile.SSL_MODE));
        Path passwords = parts.containsKey(ServiceFile.PASSWORD_FILE)
                ? Path.of(parts.get(ServiceFile.PASSWORD_FILE))
                : settings.userHome().resolve(Settings.PASSWORDS);
        return found.withLogin(user, PasswordFile.password(passwords, found).orElse(null));
    }

    private static int port(Setting address, Map<String, String> parts) {
        String port = parts.getOrDefault(ServiceFile.PORT, Integer.toString(POSTGRES_PORT));
        try {
            int number = Integer.parseInt(port);
            if (number > 0 && number <= PORT_MAX) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, as a number that is no port
        }
        throw Problem.of(CliProblem.INVALID_SETTING)
                .with("setting", ServiceFile.PORT)
                .with("value", port)
                .with("place", address.place())
                .asException();
    }
}
