package org.minsheng.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.minsheng.base.Problem;

/** The file {@code pg_service.conf}: sections {@code [name]}, below each the parameters of a connection. */
public final class ServiceFile {
    /** Parameters as libpq names them. */
    public static final String HOST = "host";

    public static final String PORT = "port";
    public static final String DATABASE = "dbname";
    public static final String USER = "user";
    public static final String SSL_MODE = "sslmode";
    public static final String PASSWORD_FILE = "passfile";

    private final Map<String, Map<String, String>> sections;

    private ServiceFile(Map<String, Map<String, String>> sections) {
        this.sections = sections;
    }

    /**
     * Reads the file; a missing one has no sections.
     *
     * @throws org.minsheng.base.ProblemException {@code db.service-file-unreadable}
     */
    public static ServiceFile read(Path file) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            return new ServiceFile(sections);
        }
        Map<String, String> section = new LinkedHashMap<>();
        int number = 0;
        for (String text : lines(file)) {
            number++;
            String line = text.strip();
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                section = new LinkedHashMap<>();
                // as in libpq the first section of a name counts
                sections.putIfAbsent(line.substring(1, line.length() - 1), section);
            } else if (equals > 0) {
                section.putIfAbsent(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw unreadable(file, "line " + number);
            }
        }
        return new ServiceFile(sections);
    }

    /** The parameters of a service. */
    public Optional<Map<String, String>> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    private static Iterable<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private static RuntimeException unreadable(Path file, String message) {
        return Problem.of(DbProblem.SERVICE_FILE_UNREADABLE)
                .with("file", file)
                .with("message", message)
                .asException();
    }
}
