package org.minsheng.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.cli.command.Session;
import org.minsheng.cli.command.StopSignal;
import org.minsheng.cli.command.Terminals;
import org.minsheng.db.ConnectionSettings;
import picocli.CommandLine;

/**
 * Runs commands in this process, as {@code main} does, and tells what came out:
 *
 * <pre>{@code
 * CliHarness.script().run("id", "check", "11010519491231002X").exits(0).prints("…");
 * }</pre>
 *
 * <p>{@link #run} executes the words twice on one command line, as the shell will, and fails when the second time differs;
 * {@link #runOnce} is for commands that change something.
 */
public final class CliHarness {
    /** The wall clock of every test. */
    public static final Instant NOW = Instant.parse("2025-03-18T01:02:03Z");

    private final Terminals terminals;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private byte[] input = new byte[0];

    private CliHarness(Terminals terminals) {
        this.terminals = terminals;
        variables.put("LC_ALL", "C.UTF-8");
        variables.put("HOME", "/nonexistent");
    }

    /** Commands as a script or cron runs them: no stream is a terminal. */
    public static CliHarness script() {
        return new CliHarness(Terminals.NONE);
    }

    /** Commands as a person runs them: every stream is a terminal. */
    public static CliHarness terminal() {
        return new CliHarness(Terminals.ALL);
    }

    /** With an environment variable. */
    public CliHarness with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** With a home of its own. */
    public CliHarness home(Path home) {
        return with("MINSHENG_HOME", home.toString());
    }

    /** With a database, such as {@code TestDatabase.settings()}. */
    public CliHarness database(ConnectionSettings settings) {
        return with("MINSHENG_URL", "postgresql://" + settings.label())
                .with("PGPASSFILE", TestPasswords.file(settings).toString());
    }

    /** With a text on the standard input. */
    public CliHarness input(String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Runs the words twice; both must end and print alike. */
    public CliResult run(String... words) {
        Console console = new Console();
        CommandLine line = Minsheng.commandLine(console.session(), named(words));
        CliResult first = console.execute(line, words);
        CliResult second = console.execute(line, words);
        if (!first.equals(second)) {
            throw new AssertionError("the second run differs\nfirst: " + first + "\nsecond: " + second);
        }
        return first;
    }

    /** Runs the words once. */
    public CliResult runOnce(String... words) {
        Console console = new Console();
        return console.execute(Minsheng.commandLine(console.session(), named(words)), words);
    }

    private static List<Group> named(String... words) {
        return Arrays.stream(Group.values())
                .filter(group -> List.of(words).contains(group.word()))
                .toList();
    }

    /** The streams of one command line; emptied before each run. */
    private final class Console {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final ByteArrayInputStream in = new ByteArrayInputStream(input);
        private final StopSignal stop = new StopSignal();

        Session session() {
            InputStream unclosed = in;
            return new Session(
                    unclosed,
                    out,
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    variables,
                    terminals,
                    Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")),
                    stop);
        }

        CliResult execute(CommandLine line, String... words) {
            out.reset();
            err.reset();
            in.reset();
            int exit = line.execute(words);
            // As main does: else the virtual machine waits at its end for a batch that is over.
            stop.ended();
            return new CliResult(
                    String.join(" ", words),
                    exit,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        }
    }
}
