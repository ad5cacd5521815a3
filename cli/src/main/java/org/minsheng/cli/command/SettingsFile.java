package org.minsheng.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.base.Problem;

/**
 * The file {@code config.properties} of a home: {@code key=value} a line, {@code #} before a comment. A profile is all
 * the keys {@code profile.NAME.KEY} of one name; {@code profile=NAME} says which one counts when none is named.
 */
public final class SettingsFile {
    /** Its name in the home. */
    public static final String NAME = "config.properties";

    private static final String COMMENT = "#";
    private static final Pattern PROFILE_KEY = Pattern.compile("profile\\.([^.=\\s]+)\\.([a-z_]+)");

    private final Path path;
    private final Map<String, Line> lines;

    /**
     * A value of the file.
     *
     * @param number of its line, counted from 1
     * @param place the file and the line, as editors take it: {@code config.properties:3}
     */
    record Line(String value, int number, String place) {}

    private SettingsFile(Path path, Map<String, Line> lines) {
        this.path = path;
        this.lines = lines;
    }

    /**
     * Reads the file of a home; a missing one is empty.
     *
     * @throws org.minsheng.base.ProblemException {@code config.unknown-key}, {@code config.double-key}, {@code
     *     config.not-a-setting}, {@code cli.file-failed}
     */
    static SettingsFile ofHome(Path home) {
        Path path = home.resolve(NAME);
        Map<String, Line> lines = new LinkedHashMap<>();
        if (!Files.isRegularFile(path)) {
            return new SettingsFile(path, lines);
        }
        int number = 0;
        for (String text : read(path)) {
            number++;
            String line = text.strip();
            if (!line.isEmpty() && !line.startsWith(COMMENT)) {
                add(lines, path + ":" + number, number, line);
            }
        }
        return new SettingsFile(path, lines);
    }

    private static List<String> read(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private static void add(Map<String, Line> lines, String place, int number, String line) {
        int equals = line.indexOf('=');
        String key = equals < 0 ? line : line.substring(0, equals).strip();
        if (equals < 0) {
            throw Problem.of(CliProblem.NOT_A_SETTING).with("place", place).asException();
        }
        if (!isKnown(key)) {
            throw Problem.of(CliProblem.UNKNOWN_SETTING)
                    .with("key", key)
                    .with("file", place)
                    .asException();
        }
        Line earlier =
                lines.putIfAbsent(key, new Line(line.substring(equals + 1).strip(), number, place));
        if (earlier != null) {
            throw Problem.of(CliProblem.DOUBLE_SETTING)
                    .with("key", key)
                    .with("place", place)
                    .with("first", earlier.place())
                    .asException();
        }
    }

    private static boolean isKnown(String key) {
        Matcher profile = PROFILE_KEY.matcher(key);
        boolean inProfile = profile.matches();
        for (Environment environment : Environment.values()) {
            Optional<String> known = inProfile ? environment.profileKey() : environment.key();
            if (known.filter((inProfile ? profile.group(2) : key)::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The file's path, whether it exists or not. */
    Path path() {
        return path;
    }

    /** What stands under a key of the file itself. */
    Optional<Line> find(String key) {
        return Optional.ofNullable(lines.get(key));
    }

    /** What stands under a key of a profile. */
    Optional<Line> find(String profile, String key) {
        return find("profile." + profile + "." + key);
    }

    /** The names of its profiles. */
    Set<String> profiles() {
        Set<String> names = new TreeSet<>();
        for (String key : lines.keySet()) {
            Matcher profile = PROFILE_KEY.matcher(key);
            if (profile.matches()) {
                names.add(profile.group(1));
            }
        }
        return names;
    }

    /** Whether it names a database by itself: a default profile, an address, the embedded one. */
    boolean namesADatabase() {
        return find("profile").isPresent()
                || find("url").isPresent()
                || find("database").isPresent();
    }

    /** Adds lines at the end; what stands there is left as it is. */
    void append(List<String> added) {
        try {
            Files.createDirectories(path.getParent());
            boolean unended = Files.exists(path) && !endsWithNewline();
            String text = (unended ? "\n" : "") + String.join("\n", added) + "\n";
            Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private boolean endsWithNewline() throws IOException {
        String text = Files.readString(path);
        return text.isEmpty() || text.endsWith("\n");
    }

    private static RuntimeException failed(Path path, IOException failure) {
        return Problem.of(CliProblem.FILE_FAILED)
                .with("file", path)
                .with("reason", String.valueOf(failure.getMessage()))
                .asException(failure);
    }
}
