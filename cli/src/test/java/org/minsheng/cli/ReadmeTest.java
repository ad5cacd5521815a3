package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.db.EmbeddedPostgres;

/**
 * Plays every command of the README in a real shell, on the packaged application and an embedded PostgreSQL, in a home
 * of its own.
 */
class ReadmeTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path README = CHECKOUT.resolve("README.md");

    /** What CI runs by itself, and what a test cannot: the build that this test is part of. */
    private static final Pattern LEFT_OUT = Pattern.compile("git clone .*|cd minsheng\\b.*|mvn .*|scripts/bench .*");

    private static final String ENDED = "@@ended ";

    @TempDir
    private Path folder;

    /** What a block printed, and how each of its commands ended. */
    private record Played(List<Integer> exits, String printed) {}

    @Tag("application")
    @Test
    void doesWhatItSays() throws IOException {
        assumeTrue(
                Files.exists(CHECKOUT.resolve("cli/target/app/minsheng.jar")), "the application is not packaged yet");
        Path home = Files.createDirectories(folder.resolve("home"));
        List<String> wrong = new ArrayList<>();
        try {
            StringBuilder before = new StringBuilder("minsheng() { command minsheng -v \"$@\"; }\n");
            before.append("cd '").append(CHECKOUT).append("'\n");
            for (Readme.Block block : Readme.read(README).blocks()) {
                play(block, home, before, wrong);
            }
        } finally {
            stopServers(home);
        }
        assertThat(wrong).isEmpty();
    }

    /** Plays a block; folders and variables of the blocks before it are set again. */
    private void play(Readme.Block block, Path home, StringBuilder before, List<String> wrong) throws IOException {
        List<Readme.Command> commands = block.commands().stream()
                .filter(command -> !LEFT_OUT.matcher(command.text()).matches())
                .toList();
        StringBuilder script = new StringBuilder(before);
        for (Readme.Command command : commands) {
            script.append(command.text()).append("\nprintf '\\n" + ENDED + "%s\\n' $?\n");
            if (command.text().startsWith("export ") || command.text().startsWith("cd ")) {
                before.append(command.text()).append('\n');
            }
        }
        Played played = play(script.toString(), home);
        for (int i = 0; i < commands.size(); i++) {
            Readme.Command command = commands.get(i);
            Integer exit = i < played.exits().size() ? played.exits().get(i) : null;
            if (exit == null || exit != command.exit()) {
                wrong.add("README.md:" + command.line() + ": " + command.text() + "\nexit " + exit + ", expected "
                        + command.exit() + "\n" + played.printed());
            }
        }
        for (String line : block.expected()) {
            if (!isPrinted(line, played.printed())) {
                wrong.add("README.md:" + block.line() + ": not printed: " + line + "\n" + played.printed());
            }
        }
    }

    private Played play(String script, Path home) throws IOException {
        Path file = Files.writeString(folder.resolve("block.sh"), script);
        Path printed = folder.resolve("printed.txt");
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        shell.environment().keySet().removeIf(name -> name.startsWith("MINSHENG_") || name.startsWith("PG"));
        shell.environment().put("HOME", home.toString());
        shell.environment().put("LC_ALL", "C.UTF-8");
        shell.environment().put("MINSHENG_OUTPUT", "table");
        waitFor(shell.start());
        List<Integer> exits = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(printed, StandardCharsets.UTF_8)) {
            if (line.startsWith(ENDED)) {
                exits.add(Integer.valueOf(line.substring(ENDED.length())));
            } else {
                text.append(line.replace(home.toString(), "~")).append('\n');
            }
        }
        return new Played(exits, text.toString());
    }

    private static void waitFor(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isPrinted(String line, String printed) {
        StringBuilder pattern = new StringBuilder();
        for (String part : line.strip().split("…", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        Matcher matcher = Pattern.compile(pattern.toString()).matcher(printed);
        return line.isBlank() || matcher.find();
    }

    /** The servers that the README started outlive the shell. */
    private static void stopServers(Path home) throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            for (Path entry : entries.toList()) {
                new EmbeddedPostgres(entry).stop();
            }
        }
    }

    @Test
    void namesTheExitStatusOfEachCommandThatDoesNotEndWell() throws IOException {
        Path file = Files.writeString(folder.resolve("README.md"), """
                # Words
                ```sh
                # a comment
                cat > a.csv <<'END'
                name
                # exit 3
                END
                false && \\
                  true    # exit 1: nothing was done
                ```
                ```text
                some … words
                ```
                """);

        Readme readme = Readme.read(file);

        assertThat(readme.blocks()).hasSize(1);
        assertThat(readme.blocks().get(0).expected()).containsExactly("some … words");
        assertThat(readme.blocks().get(0).commands())
                .extracting(Readme.Command::line, Readme.Command::exit)
                .containsExactly(tuple(4, 0), tuple(8, 1));
        assertThat(isPrinted("some … words", "here are some other words.\n")).isTrue();
        assertThat(isPrinted("some … words", "some\nwords\n")).isFalse();
    }
}
