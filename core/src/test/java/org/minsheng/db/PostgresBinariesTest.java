package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
    @TempDir
    private Path folder;

    @Test
    void unpacksOnceAndAgainForAnotherVersion() throws IOException {
        Path programs = folder.resolve("programs");
        PostgresBinaries first = PostgresBinaries.inJar(jar("18.5"));

        Path server = first.unpackedIn(programs).resolve("bin/postgres");
        assertThat(server).hasContent("18.5").isExecutable();
        Files.writeString(programs.resolve("kept"), "");
        first.unpackedIn(programs);
        assertThat(programs.resolve("kept")).exists();

        PostgresBinaries.inJar(jar("18.6")).unpackedIn(programs);
        assertThat(server).hasContent("18.6");
        assertThat(programs.resolve("kept")).doesNotExist();
        assertThat(folder.resolve("programs.partial")).doesNotExist();
    }

    @Test
    void replacesProgramsWhoseVersionNobodyWroteDown() throws IOException {
        Path programs = folder.resolve("programs");
        Files.createDirectories(programs.resolve("bin"));
        Files.writeString(programs.resolve("bin/postgres"), "old");

        PostgresBinaries.inJar(jar("18.6")).unpackedIn(programs);

        assertThat(programs.resolve("bin/postgres")).hasContent("18.6");
    }

    /** An archive like those from Maven Central, for whatever processor this is. */
    private Path jar(String version) throws IOException {
        Path jar = folder.resolve(version + ".jar");
        byte[] archive = archive(version.getBytes(StandardCharsets.UTF_8));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : new String[] {"postgres-linux-x86_64.txz", "postgres-linux-arm_64.txz"}) {
                out.putNextEntry(new ZipEntry(name));
                out.write(archive);
                out.closeEntry();
            }
        }
        return jar;
    }

    private static byte[] archive(byte[] program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            TarArchiveEntry entry = new TarArchiveEntry("bin/postgres");
            entry.setSize(program.length);
            entry.setMode(0755);
            tar.putArchiveEntry(entry);
            tar.write(program);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
