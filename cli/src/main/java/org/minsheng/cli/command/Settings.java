package org.minsheng.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minsheng.base.Problem;

/** The settings of one invocation, each with its origin. The file in the home is read when a setting first needs it. */
public final class Settings {
    /** Psql's own file of passwords, in the person's folder. */
    static final String PASSWORDS = ".pgpass";

    private static final String DATA_HOME = "XDG_DATA_HOME";
    private static final String USER_HOME = "HOME";

    /** The profile that {@code db start} writes down. */
    private static final String EMBEDDED_PROFILE = "embedded";

    private final Map<Environment, String> flags;
    private final Map<String, String> variables;
    private Path home;
    private SettingsFile file;

    /**
     * @param flags values given as options
     * @param variables the process environment
     */
    public Settings(Map<Environment, String> flags, Map<String, String> variables) {
        this.flags = Map.copyOf(flags);
        this.variables = variables;
    }

    /** {@code MINSHENG_HOME}, else {@code minsheng} in the XDG data directory. */
    private static Path homeOf(Map<String, String> variables) {
        String named = variables.getOrDefault(Environment.HOME.variable(), "");
        if (!named.isEmpty()) {
            return folder(named, Environment.HOME.variable()).toAbsolutePath();
        }
        String dataHome = variables.getOrDefault(DATA_HOME, "");
        Path base = dataHome.isEmpty()
                ? userHome(variables).resolve(".local").resolve("share")
                : folder(dataHome, DATA_HOME);
        return base.resolve("minsheng").toAbsolutePath();
    }

    private static Path userHome(Map<String, String> variables) {
        return folder(variables.getOrDefault(USER_HOME, System.getProperty("user.home")), USER_HOME);
    }

    /** As a path; one with Chinese letters is none where the locale cannot write them. */
    private static Path folder(String text, String variable) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Setting(Environment.HOME, text, Setting.Origin.VARIABLE, variable).invalid();
        }
    }

    /**
     * The home.
     *
     * @throws org.minsheng.base.ProblemException {@code config.invalid-value} when the variable that names it holds no path
     */
    public Path home() {
        if (home == null) {
            home = homeOf(variables);
        }
        return home;
    }

    /** The person's own folder. */
    public Path userHome() {
        return userHome(variables);
    }

    /** The file of passwords: as it is set, else psql's own. */
    public Path passwordFile() {
        return value(Environment.PASSWORD_FILE).map(Path::of).orElseGet(() -> userHome()
                .resolve(PASSWORDS));
    }

    /** The file of services: as it is set, else psql's own. */
    public Path serviceFile() {
        return value(Environment.SERVICE_FILE).map(Path::of).orElseGet(() -> userHome()
                .resolve(".pg_service.conf"));
    }

    /** A variable that is no setting of ours, but belongs to the surroundings: {@code PATH}. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** The value in force, empty when nothing sets it; an empty variable counts as unset. */
    public Optional<Setting> find(Environment environment) {
        Optional<Setting> found = ofFlag(environment).or(() -> ofVariable(environment));
        Optional<Setting> ofProfile = ofProfile(environment);
        if (ofProfile.isPresent() && (found.isEmpty() || ofProfile.get().isStrongerThan(found.get()))) {
            return ofProfile;
        }
        return found.or(() -> ofFile(environment))
                .or(() -> environment == Environment.HOME
                        ? Optional.of(new Setting(environment, home().toString(), Setting.Origin.DEFAULT, ""))
                        : Optional.empty());
    }

    private Optional<Setting> ofFlag(Environment environment) {
        return Optional.ofNullable(flags.get(environment))
                .map(value -> new Setting(
                        environment,
                        value,
                        Setting.Origin.FLAG,
                        environment.flag().orElse("")));
    }

    private Optional<Setting> ofVariable(Environment environment) {
        Setting.Origin origin = environment.isLibpq() ? Setting.Origin.LIBPQ : Setting.Origin.VARIABLE;
        return variable(environment.variable())
                .map(value -> new Setting(environment, value, origin, environment.variable()));
    }

    private Optional<Setting> ofProfile(Environment environment) {
        if (environment.profileKey().isEmpty()) {
            return Optional.empty();
        }
        Optional<Setting> profile = profile();
        return profile.flatMap(
                named -> file().find(named.value(), environment.profileKey().get())
                        .map(line -> new Setting(
                                environment,
                                line.value(),
                                named.origin().ofItsProfile(),
                                "profile " + named.value() + ", " + line.place())));
    }

    private Optional<Setting> ofFile(Environment environment) {
        return environment
                .key()
                .flatMap(key -> file().find(key))
                .map(line -> new Setting(environment, line.value(), Setting.Origin.FILE, line.place()));
    }

    /**
     * The profile in force.
     *
     * @throws org.minsheng.base.ProblemException {@code config.unknown-profile} when the file has none of that name
     */
    private Optional<Setting> profile() {
        Optional<Setting> named = find(Environment.PROFILE);
        if (named.isPresent() && !file().profiles().contains(named.get().value())) {
            throw Problem.of(CliProblem.UNKNOWN_PROFILE)
                    .with("profile", named.get().value())
                    .with("place", named.get().place())
                    .with("file", file().path())
                    .with("known", file().profiles().isEmpty() ? "-" : String.join(", ", file().profiles()))
                    .asException();
        }
        return named;
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

    /**
     * Makes the home's own PostgreSQL its default database, unless its file names one already.
     *
     * @return the file, when it was written
     */
    public Optional<Path> chooseEmbedded() {
        if (file().namesADatabase()) {
            return Optional.empty();
        }
        file().append(List.of(
                "profile=" + EMBEDDED_PROFILE,
                "profile." + EMBEDDED_PROFILE + ".database=" + ConnectionSource.EMBEDDED));
        file = null;
        return Optional.of(file().path());
    }

    private SettingsFile file() {
        if (file == null) {
            file = SettingsFile.ofHome(home());
        }
        return file;
    }
}
