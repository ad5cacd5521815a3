package org.minsheng.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.minsheng.base.Problem;

/** The file of passwords that psql reads too: {@code host:port:database:user:password} a line, {@code *} for any. */
public final class PasswordFile {
    private static final String ANY = "*";
    private static final int FIELDS = 5;

    private PasswordFile() {}

    /**
     * The password of the first line that fits; empty when the file or the line is missing.
     *
     * @throws org.minsheng.base.ProblemException {@code db.password-file-open} when others may read the file, which is
     *     why psql ignores it; {@code db.password-file-unreadable}
     */
    public static Optional<String> password(Path file, ConnectionSettings settings) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> wanted =
                List.of(settings.host(), Integer.toString(settings.port()), settings.database(), settings.user());
        try {
            for (String line : Files.readAllLines(file)) {
                List<String> fields = line.startsWith("#") ? List.of() : fields(line);
                if (fields.size() == FIELDS && fits(fields, wanted)) {
                    requirePrivate(file);
                    return Optional.of(fields.get(FIELDS - 1));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw Problem.of(DbProblem.PASSWORD_FILE_UNREADABLE)
                    .with("file", file)
                    .with("message", String.valueOf(e.getMessage()))
                    .asException(e);
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        for (PosixFilePermission permission : permissions) {
            if (!permission.name().startsWith("OWNER_")) {
                throw Problem.of(DbProblem.PASSWORD_FILE_OPEN)
                        .with("file", file)
                        .asException();
            }
        }
    }

    private static boolean fits(List<String> fields, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals(ANY) && !fields.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The fields of a line; a backslash takes the next character as it is, and the last field keeps its colons. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '\\' && i + 1 < line.length()) {
                i++;
                field.append(line.charAt(i));
            } else if (character == ':' && fields.size() < FIELDS - 1) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
