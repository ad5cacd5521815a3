package org.minsheng.cli.command;

import java.util.Locale;
import java.util.Optional;

/**
 * The one table of settings: flag, variable, key in {@code config.properties} of the home, whether the key may stand in
 * a profile ({@code profile.NAME.KEY}). The strongest is the flag, then the variable {@code MINSHENG_…}, then the
 * profile, then the file; the variables of libpq ({@code PG…}) come last, as far as we know them. What a setting means
 * stands in the texts under {@link #textKey()}.
 */
public enum Environment {
    /** Where the embedded database, profiles, logs, keys and start-up archives live. */
    HOME(null, "MINSHENG_HOME", null, Place.NOWHERE),
    /** The named connection profile. */
    PROFILE("--profile", "MINSHENG_PROFILE", "profile", Place.FILE),
    /** The address of the database, {@code postgresql://…}, without a password. */
    URL("--url", "MINSHENG_URL", "url", Place.FILE_AND_PROFILE),
    /** {@code embedded} chooses the home's own PostgreSQL. */
    DATABASE(null, "MINSHENG_DB", "database", Place.FILE_AND_PROFILE),
    /** The only installation that may be worked on: its id. */
    EXPECT_INSTALLATION(null, "MINSHENG_EXPECT_INSTALLATION", "expect_installation", Place.PROFILE),
    /** {@code zh} or {@code en}. */
    LANGUAGE("--lang", "MINSHENG_LANG", "lang", Place.FILE),
    /** The format of results. */
    OUTPUT("--output", "MINSHENG_OUTPUT", "output", Place.FILE),
    /** Options of the Java virtual machine, read by the launcher. */
    JAVA_OPTIONS(null, "MINSHENG_JAVA_OPTIONS", null, Place.NOWHERE),
    /** A section of {@code pg_service.conf}. */
    SERVICE(null, "PGSERVICE", "service", Place.PROFILE),
    HOST(null, "PGHOST", null, Place.NOWHERE),
    PORT(null, "PGPORT", null, Place.NOWHERE),
    DATABASE_NAME(null, "PGDATABASE", null, Place.NOWHERE),
    USER(null, "PGUSER", null, Place.NOWHERE),
    /** How the connection is encrypted, as libpq names it. */
    SSL_MODE(null, "PGSSLMODE", "sslmode", Place.PROFILE),
    /** The file of passwords, by default {@code ~/.pgpass}. */
    PASSWORD_FILE(null, "PGPASSFILE", "passfile", Place.PROFILE),
    /** The file of services, by default {@code ~/.pg_service.conf}. */
    SERVICE_FILE(null, "PGSERVICEFILE", null, Place.NOWHERE);

    /** Where in the home's file a key may stand. */
    private enum Place {
        NOWHERE,
        FILE,
        PROFILE,
        FILE_AND_PROFILE
    }

    private static final String LIBPQ = "PG";

    private final String flag;
    private final String variable;
    private final String key;
    private final Place place;

    Environment(String flag, String variable, String key, Place place) {
        this.flag = flag;
        this.variable = variable;
        this.key = key;
        this.place = place;
    }

    /** The option that sets it, if there is one. */
    public Optional<String> flag() {
        return Optional.ofNullable(flag);
    }

    /** The environment variable that sets it. */
    public String variable() {
        return variable;
    }

    /** Whether the variable is one of libpq's, which is weaker than a profile. */
    public boolean isLibpq() {
        return variable.startsWith(LIBPQ);
    }

    /** Its key in the home's {@code config.properties}, if it may stand there by itself. */
    public Optional<String> key() {
        return place == Place.FILE || place == Place.FILE_AND_PROFILE ? Optional.of(key) : Optional.empty();
    }

    /** Its key within a profile, {@code profile.NAME.KEY}, if it may stand there. */
    public Optional<String> profileKey() {
        return place == Place.PROFILE || place == Place.FILE_AND_PROFILE ? Optional.of(key) : Optional.empty();
    }

    /** Its name for people: {@code expect_installation}. */
    public String label() {
        return key == null ? name().toLowerCase(Locale.ROOT) : key;
    }

    /** The key of the text that explains it. */
    public String textKey() {
        return "setting." + name().toLowerCase(Locale.ROOT);
    }
}
