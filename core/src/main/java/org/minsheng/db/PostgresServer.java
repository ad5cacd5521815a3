package org.minsheng.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.minsheng.base.Problem;

/**
 * One PostgreSQL server of our own: its programs, its data folder, its port. It listens on 127.0.0.1 and in a private
 * socket folder, asks every login for its password, and outlives the command that started it.
 */
public final class PostgresServer {
    private static final String SUPERUSER = "postgres";
    private static final long START_SECONDS_MAX = 60;
    private static final long STOP_SECONDS_MAX = 60;
    private static final long POLL_MILLIS = 20;
    private static final int LOG_LINES_SHOWN = 5;

    private final Path programs;
    private final Path folder;
    private final String password;
    private final Map<String, String> configuration;
    private ServerUser serverUser;

    /**
     * @param programs folder that holds {@code bin/postgres}
     * @param folder folder for data, port, log and sockets
     * @param password password of the superuser
     * @param configuration settings of {@code postgresql.conf} beyond our own
     */
    public PostgresServer(Path programs, Path folder, String password, Map<String, String> configuration) {
        this(programs, folder, password, configuration, null);
    }

    /** A server whose programs run as that user; null finds one out when they are to run. */
    PostgresServer(
            Path programs, Path folder, String password, Map<String, String> configuration, ServerUser serverUser) {
        this.programs = programs;
        this.folder = folder;
        this.password = password;
        this.configuration = Map.copyOf(configuration);
        this.serverUser = serverUser;
    }

    /** As whom its programs run; found out by trying, and so only when they are to run. */
    private ServerUser serverUser() {
        if (serverUser == null) {
            serverUser = ServerUser.ofProcess();
        }
        return serverUser;
    }

    /** Whether the data folder has been made. */
    public boolean isInitialised() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    /** Makes the data folder: checksums, UTF-8, byte order as collation, passwords for everyone. */
    public void initialise() {
        try {
            Files.createDirectories(folder);
            PostgresBinaries.delete(data());
            Path passwordFile = Files.createTempFile(
                    folder,
                    "initdb",
                    ".password",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, password);
            List<String> command = new ArrayList<>(List.of(
                    programs.resolve("bin/initdb").toString(),
                    "--pgdata=" + data(),
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--data-checksums"));
            if ("off".equals(configuration.get("fsync"))) {
                command.add("--no-sync");
            }
            serverUser().give(folder);
            run(serverUser().command(command));
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw failed(e.getMessage(), e);
        }
    }

    /** Starts it, unless it answers already, and returns when it answers. */
    public void start() {
        if (isRunning()) {
            return;
        }
        try {
            if (pid().isPresent()) {
                // It was started a moment ago, or it recovers from a crash: a second one would ruin its files.
                awaitAnswer(() -> pid().isPresent());
                return;
            }
            clearRemains();
            int port = freePort();
            Path sockets = folder.resolve("sockets");
            Files.createDirectories(sockets);
            Files.setPosixFilePermissions(sockets, PosixFilePermissions.fromString("rwx------"));
            Files.writeString(folder.resolve("port"), Integer.toString(port));
            serverUser().give(sockets);
            Process process = new ProcessBuilder(serverUser().background(postgres(port)))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            awaitAnswer(process::isAlive);
        } catch (IOException e) {
            throw failed(e.getMessage(), e);
        }
    }

    /**
     * After a crash: ends processes of the server that outlived their postmaster, for they may still write, and only
     * then forgets its sockets, and a pid file whose number a zombie or a stranger has. Any other pid file PostgreSQL
     * judges itself.
     */
    private void clearRemains() throws IOException {
        for (long orphan : processes()) {
            run(List.of("sh", "-c", "kill -QUIT " + orphan + " 2>/dev/null || true"));
        }
        await(() -> processes().isEmpty(), START_SECONDS_MAX, "processes of the crashed server do not end");
        Optional<Long> claimed = claimedPid();
        if (claimed.isPresent() && Files.exists(Path.of("/proc/" + claimed.get()))) {
            Files.deleteIfExists(pidFile());
        }
        // The lock of a socket names the same number. The folder is this server's alone, and none of it lives.
        PostgresBinaries.delete(folder.resolve("sockets"));
    }

    private List<String> postgres(int port) {
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("bin/postgres").toString(), "-D", data().toString()));
        Map<String, String> ours = Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", socketFolder(),
                "jit", "off",
                "timezone", "Asia/Shanghai",
                "log_timezone", "Asia/Shanghai");
        Stream.concat(ours.entrySet().stream(), configuration.entrySet().stream())
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> {
                    command.add("-c");
                    command.add(setting.getKey() + "=" + setting.getValue());
                });
        return command;
    }

    /** A socket's path may have 107 bytes: a deep home goes without sockets. */
    private String socketFolder() {
        String path = folder.resolve("sockets").toString();
        return path.getBytes(StandardCharsets.UTF_8).length > 80 || path.contains(",") ? "" : path;
    }

    private void awaitAnswer(BooleanSupplier alive) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        while (!isRunning()) {
            if (!alive.getAsBoolean() || System.nanoTime() > deadline) {
                throw failed(lastLogLines(), null);
            }
            pause();
        }
    }

    private static void await(BooleanSupplier reached, long seconds, String complaint) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw failed(complaint, null);
            }
            pause();
        }
    }

    /** Whether a real connection succeeds; a pid file alone proves nothing. */
    public boolean isRunning() {
        if (pid().isEmpty()) {
            return false;
        }
        try (java.sql.Connection connection = java.sql.DriverManager.getConnection(
                superuser().jdbcUrl(), superuser().jdbcProperties())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Stops it: open transactions are rolled back. Returns when its processes are gone. */
    public void stop() {
        pid().ifPresent(pid -> signal("INT", List.of(pid)));
    }

    /** Kills all its processes as a power failure would ({@code kill -9}). Returns when they are gone. */
    public void kill() {
        signal("KILL", processes());
    }

    private void signal(String signal, List<Long> pids) {
        try {
            for (long pid : pids) {
                run(List.of("sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null || true"));
            }
        } catch (IOException e) {
            throw failed(e.getMessage(), e);
        }
        await(() -> processes().isEmpty(), STOP_SECONDS_MAX, "the server does not end");
    }

    /** The server's main process, when there is one: a zombie, or a stranger with its number, is none. */
    public Optional<Long> pid() {
        return claimedPid().filter(this::isOurs);
    }

    private Optional<Long> claimedPid() {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.get(0).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Every process of this server, with or without its main process: they all work in the data folder. */
    private List<Long> processes() {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                long pid = Long.parseLong(process.getFileName().toString());
                if (isOurs(pid)) {
                    found.add(pid);
                }
            }
        } catch (IOException e) {
            throw failed(e.getMessage(), e);
        }
        return found;
    }

    private boolean isOurs(long pid) {
        try {
            // A zombie has no working folder any more.
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(data().toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** The superuser's way to the database {@code postgres}. */
    public ConnectionSettings superuser() {
        return new ConnectionSettings("127.0.0.1", port(), SUPERUSER, SUPERUSER, password, "embedded server");
    }

    /** The port it listened on last; 0 before the first start. */
    public int port() {
        try {
            Path file = folder.resolve("port");
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (IOException e) {
            throw failed(e.getMessage(), e);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    /** The server's own log. */
    public Path log() {
        return folder.resolve("server.log");
    }

    private int freePort() throws IOException {
        int last = port();
        for (int wanted : new int[] {last, 0}) {
            try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                if (wanted == 0) {
                    throw e;
                }
            }
        }
        throw new IOException("no free port");
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command.get(0) + ": " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String lastLogLines() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "no log at " + log();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted", e);
        }
    }

    private static RuntimeException failed(String message, Exception cause) {
        return Problem.of(DbProblem.EMBEDDED_START_FAILED)
                .with("message", message)
                .asException(cause);
    }
}
