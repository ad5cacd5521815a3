package org.minsheng.cli.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.minsheng.base.Problem;

/** The settings of one invocation, each with its origin. The file in the home is read when a setting first needs it. */
public final class Settings {
    /** The file of settings in the home. */
    public static final String FILE = "config.properties";

    private final Map<Environment, String> flags;
    private final Map<String, String> variables;
    private final Path home;
    private Properties file;

    /**
     * @param flags values given as options
     * @param variables the process environment
     */
    public Settings(Map<Environment, String> flags, Map<String, String> variables) {
        this.flags = Map.copyOf(flags);
        this.variables = variables;
        this.home = homeOf(variables);
    }

    /** {@code MINSHENG_HOME}, else {@code minsheng} in the XDG data directory. */
    public static Path homeOf(Map<String, String> variables) {
        String named = variables.getOrDefault(Environment.HOME.variable(), "");
        if (!named.isEmpty()) {
            return Path.of(named).toAbsolutePath();
        }
        String dataHome = variables.getOrDefault("XDG_DATA_HOME", "");
        Path base = dataHome.isEmpty()
                ? Path.of(variables.getOrDefault("HOME", System.getProperty("user.home")), ".local", "share")
                : Path.of(dataHome);
        return base.resolve("minsheng").toAbsolutePath();
    }

    public Path home() {
        return home;
    }

    /** The value in force, empty when nothing sets it; an empty variable counts as unset. */
    public Optional<Setting> find(Environment environment) {
        String flag = flags.get(environment);
        if (flag != null) {
            return Optional.of(new Setting(
                    environment, flag, Setting.Origin.FLAG, environment.flag().orElse("")));
        }
        String variable = variables.getOrDefault(environment.variable(), "");
        if (!variable.isEmpty()) {
            return Optional.of(new Setting(environment, variable, Setting.Origin.VARIABLE, environment.variable()));
        }
        Optional<Setting> fromFile = environment
                .key()
                .map(key -> file().getProperty(key))
                .map(value -> new Setting(environment, value, Setting.Origin.FILE, path().toString()));
        if (fromFile.isPresent()) {
            return fromFile;
        }
        if (environment == Environment.HOME) {
            return Optional.of(new Setting(environment, home.toString(), Setting.Origin.DEFAULT, ""));
        }
        return environment.defaultValue().map(value -> new Setting(environment, value, Setting.Origin.DEFAULT, ""));
    }

    /** The text of the value in force. */
    public Optional<String> value(Environment environment) {
        return find(environment).map(Setting::value);
    }

    /** Every setting that has a value, in the order of the table. */
    public List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        for (Environment environment : Environment.values()) {
            find(environment).ifPresent(all::add);
        }
        return all;
    }

    private Path path() {
        return home.resolve(FILE);
    }

    private Properties file() {
        if (file == null) {
            file = read(path());
        }
        return file;
    }

    private static Properties read(Path path) {
        Properties read = new Properties();
        if (!Files.isRegularFile(path)) {
            return read;
        }
        try (Reader reader = Files.newBufferedReader(path)) {
            read.load(reader);
        } catch (IOException e) {
            throw Problem.of(CliProblem.FILE_FAILED)
                    .with("file", path)
                    .with("reason", e.getMessage())
                    .asException(e);
        }
        for (String key : read.stringPropertyNames()) {
            if (!isKey(key)) {
                throw Problem.of(CliProblem.UNKNOWN_SETTING)
                        .with("key", key)
                        .with("file", path)
                        .asException();
            }
        }
        return read;
    }

    private static boolean isKey(String key) {
        for (Environment environment : Environment.values()) {
            if (environment.key().filter(key::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
