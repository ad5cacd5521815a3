package org.minsheng.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.minsheng.base.Problem;

/** The PostgreSQL programs that come as a jar from Maven Central, unpacked once into a folder. */
public final class PostgresBinaries {
    private static final int EXECUTABLE = 0111;

    /** File in the unpacked folder that names the archive it came from. */
    private static final String MARKER = "archive";

    private final URL archive;

    private PostgresBinaries(URL archive) {
        this.archive = archive;
    }

    /** The programs on the classpath: the newest PostgreSQL this build knows. */
    public static PostgresBinaries onClasspath() {
        URL archive = PostgresBinaries.class.getResource("/" + archiveName());
        if (archive == null) {
            throw unsupported();
        }
        return new PostgresBinaries(archive);
    }

    /** The programs in a jar beside the classpath. */
    public static PostgresBinaries inJar(Path jar) {
        try {
            return new PostgresBinaries(
                    URI.create("jar:" + jar.toUri() + "!/" + archiveName()).toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String archiveName() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (architecture) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64" -> "postgres-linux-arm_64.txz";
            default -> throw unsupported();
        };
    }

    private static RuntimeException unsupported() {
        return Problem.of(DbProblem.EMBEDDED_UNSUPPORTED)
                .with("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .asException();
    }

    /**
     * Unpacks into a folder unless these very programs are there already, and replaces those of another version; the
     * caller holds a lock, and no server runs from the folder. A folder appears whole or not at all.
     */
    public Path unpackedIn(Path folder) {
        Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
        try {
            String fingerprint = fingerprint();
            Path marker = folder.resolve(MARKER);
            if (Files.exists(marker) && Files.readString(marker).equals(fingerprint)) {
                return folder;
            }
            delete(partial);
            Files.createDirectories(partial);
            unpack(partial);
            Files.writeString(partial.resolve(MARKER), fingerprint);
            delete(folder);
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
            return folder;
        } catch (IOException e) {
            throw Problem.of(DbProblem.EMBEDDED_START_FAILED)
                    .with("message", "unpacking into " + folder + ": " + e.getMessage())
                    .asException(e);
        }
    }

    /** What tells one archive from another, for the jar does not say its version. */
    private String fingerprint() throws IOException {
        JarURLConnection connection = (JarURLConnection) archive.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            JarEntry entry = jar.getJarEntry(connection.getEntryName());
            return Long.toHexString(entry.getCrc()) + " " + entry.getSize() + "\n";
        }
    }

    private void unpack(Path folder) throws IOException {
        try (InputStream in = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry outside the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    boolean executable = (entry.getMode() & EXECUTABLE) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
