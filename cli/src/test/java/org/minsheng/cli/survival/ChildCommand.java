package org.minsheng.cli.survival;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.Minsheng;
import org.minsheng.cli.TestPasswords;
import org.minsheng.db.ConnectionSettings;

/** The real command in a process of its own, which can be killed, stopped and let go on. */
final class ChildCommand implements AutoCloseable {
    /** The longest that a command of these tests may take, on a busy machine too. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration POLL = Duration.ofMillis(4);
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final String words;
    private final Process process;
    private final Path out;
    private final Path err;

    private ChildCommand(String words, Process process, Path out, Path err) {
        this.words = words;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts it.
     *
     * @param folder where it works and leaves what it prints; {@code tmp} below it takes its temporary files
     */
    static ChildCommand start(Path folder, ConnectionSettings database, String... words) {
        return start(folder, database, ProcessBuilder.Redirect.from(new File("/dev/null")), words);
    }

    /** The same, which reads what is written to {@link #input()}. */
    static ChildCommand reading(Path folder, ConnectionSettings database, String... words) {
        return start(folder, database, ProcessBuilder.Redirect.PIPE, words);
    }

    private static ChildCommand start(
            Path folder, ConnectionSettings database, ProcessBuilder.Redirect input, String... words) {
        int number = STARTED.incrementAndGet();
        Path out = folder.resolve("out-" + number);
        Path err = folder.resolve("err-" + number);
        try {
            Path temporary = Files.createDirectories(folder.resolve("tmp"));
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-Djava.io.tmpdir=" + temporary,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Minsheng.class.getName()));
            command.addAll(List.of(words));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(input)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment()
                    .putAll(Map.of(
                            "LC_ALL",
                            "C.UTF-8",
                            "HOME",
                            "/nonexistent",
                            "MINSHENG_HOME",
                            folder.resolve("home").toString(),
                            "MINSHENG_URL",
                            "postgresql://" + database.label(),
                            "PGPASSFILE",
                            TestPasswords.file(database).toString()));
            return new ChildCommand(String.join(" ", words), builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one to its end. */
    static CliResult run(Path folder, ConnectionSettings database, String... words) {
        try (ChildCommand child = start(folder, database, words)) {
            return child.awaitEnd();
        }
    }

    /** What it reads. */
    OutputStream input() {
        return process.getOutputStream();
    }

    /** Sends a signal by its name: KILL, TERM, INT, STOP, CONT. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ends by itself within a time; returns as soon as it has. */
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** How it ended and what it printed. */
    CliResult awaitEnd() {
        if (!endsWithin(PATIENCE)) {
            throw new AssertionError("does not end: minsheng " + words + "\n" + text(err));
        }
        return new CliResult(words, process.exitValue(), text(out), text(err));
    }

    /** Waits until something is so, or it has ended; returns whether it became so. */
    boolean awaits(BooleanSupplier reached) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (endsWithin(POLL)) {
                return reached.getAsBoolean();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for: minsheng " + words + "\n" + text(err));
            }
        }
        return true;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError(e);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
