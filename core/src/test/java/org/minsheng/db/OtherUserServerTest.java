package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root where user namespaces are forbidden: the server runs as another user, who owns its files. */
@Tag("database")
class OtherUserServerTest {
    private static final String USER = "nobody";

    @TempDir
    private Path folder;

    @Test
    void runsAsTheOtherUser() throws Exception {
        Path programs = TestPostgres.programs();
        assumeTrue("root".equals(System.getProperty("user.name")), "only root hands a server to another user");
        assumeTrue(
                mayRun(
                        ServerUser.other(USER),
                        "test",
                        "-x",
                        programs.resolve("bin/postgres").toString()),
                "setpriv is missing, or " + USER + " may not read this checkout");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path own = Files.createDirectory(folder.resolve("server"));
        PostgresServer server =
                new PostgresServer(programs, own, "secret", Map.of("fsync", "off"), ServerUser.other(USER));
        try {
            server.initialise();
            server.start();

            Path process = Path.of("/proc/" + server.pid().orElseThrow());
            assertThat(Files.getOwner(process).getName()).isEqualTo(USER);
            assertThat(Files.getOwner(own.resolve("data")).getName()).isEqualTo(USER);
            writes(server);

            server.kill();
            server.start();
            writes(server);
        } finally {
            server.kill();
        }
    }

    private static void writes(PostgresServer server) {
        try (Database database = new Database(server.superuser())) {
            database.handle().execute("CREATE TABLE IF NOT EXISTS kept (id int)");
            database.handle().execute("INSERT INTO kept VALUES (1)");
        }
    }

    private static boolean mayRun(ServerUser user, String... command) throws InterruptedException {
        try {
            List<String> words = new ArrayList<>(user.command(List.of(command)));
            return new ProcessBuilder(words).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
