package org.minsheng.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.minsheng.db.ConnectionSettings;

/** Files of passwords for the servers of the tests, since no address carries a password. */
public final class TestPasswords {
    private static final Map<String, Path> FILES = new ConcurrentHashMap<>();

    private TestPasswords() {}

    /** A file in the manner of {@code .pgpass} with the password of this login; it goes when the tests end. */
    public static Path file(ConnectionSettings settings) {
        String line = String.join(
                ":",
                settings.host(),
                Integer.toString(settings.port()),
                "*",
                settings.user(),
                String.valueOf(settings.password()));
        return FILES.computeIfAbsent(line, TestPasswords::write);
    }

    private static Path write(String line) {
        try {
            Path file = Files.createTempFile(
                    "minsheng-test",
                    ".pgpass",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            file.toFile().deleteOnExit();
            Files.writeString(file, line + "\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
