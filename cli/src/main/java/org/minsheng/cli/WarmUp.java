package org.minsheng.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.minsheng.cli.command.Session;
import org.minsheng.cli.command.StopSignal;
import org.minsheng.cli.command.Terminals;

/**
 * Run once by the launcher after a build, while the virtual machine records which classes are used: what is loaded here
 * starts fast from then on. It prints nothing and touches no database.
 */
final class WarmUp {
    /** An address that nobody listens on: the driver is loaded and connects in vain. */
    private static final String NOBODY = "postgresql://nobody@127.0.0.1:1/nothing";

    private static final List<String> COMMANDS = List.of(
            "",
            "--version",
            "help exit-codes",
            "id check 11010519491231002X 110105194912310021 -o json",
            "id check 91350100M000100Y43 -o table",
            "id check 91350100M000100Y43 -o csv --lang zh",
            "id chek");

    private WarmUp() {}

    /** Runs the commands above, shows the help of every group, and lets the driver connect in vain. */
    public static void main(String[] words) {
        Session session = new Session(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                Map.of("MINSHENG_URL", NOBODY, "MINSHENG_HOME", "/nonexistent"),
                Terminals.NONE,
                Clock.systemUTC(),
                new StopSignal());
        for (String command : COMMANDS) {
            Minsheng.run(session, command.isEmpty() ? new String[0] : command.split(" ", -1));
        }
        for (Group group : Group.values()) {
            Minsheng.run(session, group.word(), "--help");
        }
    }
}
