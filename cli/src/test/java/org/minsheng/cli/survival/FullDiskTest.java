package org.minsheng.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.minsheng.cli.survival.Evidence.assertOneClearError;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.survival.CityDatabases.Step;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.TestPostgres;

/**
 * A disk of a few megabytes that runs full while claims are settled. The server is one of its own: while a disk is full,
 * no checkpoint ends, and without one nobody on the server drops a database. Only root can mount such a disk.
 */
@Tag("database")
class FullDiskTest {
    private static final int PEOPLE = 800;

    @Test
    void isToldInOneClearErrorAndLeavesNothingHalf(@TempDir Path folder) throws IOException {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeThat(mounted(small)).as("root may mount a small disk").isTrue();
        TestPostgres server = TestPostgres.crashable();
        try {
            CityDatabases city = new CityDatabases(server, Files.createDirectory(folder.resolve("city")), PEOPLE);
            Evidence undisturbed = city.settled();
            String space = Files.createDirectory(small.resolve("space")).toString();
            try (Database postgres = new Database(server.server().superuser())) {
                postgres.handle().execute("CREATE TABLESPACE small LOCATION '" + space + "'");
            }
            ConnectionSettings database = server.copyOf(city.loadedOriginal(), "small");
            Path ballast = small.resolve("ballast");
            fill(ballast);

            CliResult full = settle(city, database);
            full.exits(ExitStatus.FAILED).printsNothing().saysSomeOf("The disk of the database server is full.");
            assertOneClearError(full.err());
            Files.delete(ballast);

            Evidence.assertWhole(database, Map.of());
            CliResult again = settle(city, database);
            assertThat(again.exit()).as(again.err()).isIn(ExitStatus.OK.code(), ExitStatus.FINDINGS.code());
            assertThat(Evidence.of(database)).isEqualTo(undisturbed);
        } finally {
            server.destroy();
            command("umount", "--lazy", small.toString());
        }
    }

    private static CliResult settle(CityDatabases city, ConnectionSettings database) {
        return ChildCommand.run(city.folder(), database, city.words(Step.SETTLE).toArray(new String[0]));
    }

    private static boolean mounted(Path folder) throws IOException {
        return command("mount", "-t", "tmpfs", "-o", "size=64m,mode=0755", "tmpfs", folder.toString());
    }

    private static boolean command(String... words) throws IOException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Writes until nothing more fits, and leaves a little for the first buckets. */
    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (ballast.toFile().getUsableSpace() > 3L * block.length) {
                out.write(block);
            }
        }
    }
}
