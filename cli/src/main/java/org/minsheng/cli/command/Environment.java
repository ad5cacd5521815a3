package org.minsheng.cli.command;

import java.util.Locale;
import java.util.Optional;

/**
 * The one table of settings: flag, variable, key in {@code config.properties} of the home, default. The strongest is the
 * flag, then the variable, then the file. What a setting means stands in the texts under {@link #textKey()}.
 */
public enum Environment {
    /** Where the embedded database, profiles, logs, keys and start-up archives live. */
    HOME(null, "MINSHENG_HOME", null, null),
    /** The named connection profile. */
    PROFILE("--profile", "MINSHENG_PROFILE", "profile", null),
    /** The address of the database, {@code postgresql://…}. */
    URL("--url", "MINSHENG_URL", "url", null),
    /** {@code embedded} chooses the home's own PostgreSQL. */
    DATABASE(null, "MINSHENG_DB", "database", null),
    /** {@code zh} or {@code en}. */
    LANGUAGE("--lang", "MINSHENG_LANG", "lang", null),
    /** The format of results. */
    OUTPUT("--output", "MINSHENG_OUTPUT", "output", null),
    /** Options of the Java virtual machine, read by the launcher. */
    JAVA_OPTIONS(null, "MINSHENG_JAVA_OPTIONS", null, null);

    private final String flag;
    private final String variable;
    private final String key;
    private final String defaultValue;

    Environment(String flag, String variable, String key, String defaultValue) {
        this.flag = flag;
        this.variable = variable;
        this.key = key;
        this.defaultValue = defaultValue;
    }

    /** The option that sets it, if there is one. */
    public Optional<String> flag() {
        return Optional.ofNullable(flag);
    }

    /** The environment variable that sets it. */
    public String variable() {
        return variable;
    }

    /** Its key in the home's {@code config.properties}, if it may stand there. */
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** The key of the text that explains it. */
    public String textKey() {
        return "setting." + name().toLowerCase(Locale.ROOT);
    }
}
