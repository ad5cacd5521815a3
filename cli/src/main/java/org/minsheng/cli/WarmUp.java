package org.minsheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.minsheng.cli.command.Session;
import org.minsheng.cli.command.StopSignal;
import org.minsheng.cli.command.Terminals;

/**
 * Run once by the launcher after a build, while the virtual machine records which classes are used: what is loaded here
 * starts fast from then on. It prints nothing and touches no database; the driver talks to a {@link RehearsalServer}.
 */
final class WarmUp {
    private static final List<String> COMMANDS = List.of(
            "",
            "--version",
            "help exit-codes",
            "id check 11010519491231002X 110105194912310021 -o json",
            "id check 91350100M000100Y43 -o table",
            "id check 91350100M000100Y43 -o csv --lang zh",
            "id chek",
            "config show -o table",
            "run list -o table",
            "run list -o json",
            "batch date show",
            "status",
            "claim show C1",
            "claim settle",
            "person find 王芳",
            "person import /nonexistent");

    private WarmUp() {}

    /** Runs the commands above, and shows the help of every group. */
    public static void main(String[] words) throws IOException {
        Path passwords = Files.createTempFile("minsheng-rehearsal", ".pgpass");
        try (RehearsalServer server = new RehearsalServer()) {
            Files.writeString(passwords, "*:*:*:*:" + RehearsalServer.PASSWORD + "\n");
            Session session = new Session(
                    InputStream.nullInputStream(),
                    OutputStream.nullOutputStream(),
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                    Map.of(
                            "MINSHENG_URL",
                            "postgresql://rehearsal@127.0.0.1:" + server.port() + "/rehearsal",
                            "MINSHENG_HOME",
                            "/nonexistent",
                            "PGPASSFILE",
                            passwords.toString()),
                    Terminals.NONE,
                    Clock.systemUTC(),
                    new StopSignal());
            rehearse(session);
        } finally {
            Files.delete(passwords);
        }
    }

    private static void rehearse(Session session) {
        for (String command : COMMANDS) {
            Minsheng.run(session, command.isEmpty() ? new String[0] : command.split(" ", -1));
        }
        for (Group group : Group.values()) {
            Minsheng.run(session, group.word(), "--help");
        }
    }
}
