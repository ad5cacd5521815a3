package org.minsheng.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;

/**
 * The private PostgreSQL of a home: made by the first {@code db start}, kept below {@code postgres/18} (the major
 * version is part of the path), with the login {@code minsheng} that is an administrator but no superuser.
 */
public final class EmbeddedPostgres {
    /** Major version of the programs that come with us. */
    public static final int MAJOR_VERSION = 18;

    private static final String LOGIN = "minsheng";
    private static final String DATABASE = "minsheng";
    private static final int PASSWORD_BYTES = 24;

    /**
     * For a machine of two cores and a few gigabytes; durable. The log of changes is not compressed: these programs know
     * {@code pglz} only, which took a third of the server's time of a night.
     */
    private static final Map<String, String> CONFIGURATION = Map.of(
            "shared_buffers", "512MB",
            "max_wal_size", "4GB",
            "maintenance_work_mem", "256MB",
            "work_mem", "32MB",
            "checkpoint_timeout", "15min",
            "max_connections", "50");

    /** Within one process a file lock does not keep threads apart. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path folder;

    /**
     * @param home the home of the user's data; the server lives in a folder below it
     */
    public EmbeddedPostgres(Path home) {
        this.folder = home.resolve("postgres").resolve(Integer.toString(MAJOR_VERSION));
    }

    /** Whether this home has a server, running or not. */
    public boolean exists() {
        return Files.exists(folder.resolve("ready"));
    }

    /** Whether it answers. */
    public boolean isRunning() {
        return exists() && server().isRunning();
    }

    /** Makes it the first time and starts it; a second start at once waits for the first and finds it running. */
    public ConnectionSettings start() {
        synchronized (ONE_AT_A_TIME) {
            return startAlone();
        }
    }

    private ConnectionSettings startAlone() {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            try (FileChannel channel = lockChannel();
                    FileLock lock = channel.lock()) {
                PostgresServer server = server();
                if (!exists()) {
                    // A first start that was interrupted may have left a server half made.
                    server.kill();
                    unpackPrograms();
                    server.initialise();
                } else if (server.pid().isEmpty()) {
                    unpackPrograms();
                }
                server.start();
                if (!exists()) {
                    makeDatabase(server);
                    Files.writeString(folder.resolve("ready"), "");
                }
                return settings();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Stops it; nothing happens when it does not run. */
    public void stop() {
        if (!exists()) {
            return;
        }
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = lockChannel();
                    FileLock lock = channel.lock()) {
                server().stop();
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    private FileChannel lockChannel() throws IOException {
        return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * The way to its database for the login {@code minsheng}.
     *
     * @throws org.minsheng.base.ProblemException {@code db.embedded-missing} when this home has none
     */
    public ConnectionSettings settings() {
        requireExists();
        return server().superuser().withDatabase(DATABASE).withLogin(LOGIN, secret("minsheng.password"));
    }

    /**
     * The way to its database for migrations.
     *
     * @throws org.minsheng.base.ProblemException {@code db.embedded-missing} when this home has none
     */
    public ConnectionSettings migrator() {
        requireExists();
        return server().superuser().withDatabase(DATABASE);
    }

    /** The server's main process, when it runs. */
    public Optional<Long> pid() {
        return exists() ? server().pid() : Optional.empty();
    }

    /** The folder of the server. */
    public Path folder() {
        return folder;
    }

    /** The server's log file. */
    public Path log() {
        return server().log();
    }

    private void requireExists() {
        if (!exists()) {
            throw Problem.of(DbProblem.EMBEDDED_MISSING).with("home", folder).asException();
        }
    }

    private PostgresServer server() {
        return new PostgresServer(programs(), folder, secret("superuser.password"), CONFIGURATION);
    }

    private Path programs() {
        return folder.resolve("programs");
    }

    /** The programs of this version of minsheng; only while none of them runs. */
    private void unpackPrograms() {
        PostgresBinaries.onClasspath().unpackedIn(programs());
    }

    private void makeDatabase(PostgresServer server) {
        try (Database postgres = new Database(server.superuser())) {
            prepare(postgres.handle(), DATABASE, LOGIN, secret("minsheng.password"));
        }
        try (Database database = new Database(server.superuser().withDatabase(DATABASE))) {
            database.handle().execute("CREATE EXTENSION IF NOT EXISTS btree_gist");
        }
    }

    /** Makes the roles, the login and the empty database on a server; called again after an interruption, it goes on. */
    static void prepare(Handle superuser, String database, String login, String password) {
        superuser.execute(Roles.sql());
        boolean known = superuser
                .createQuery("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :login)")
                .bind("login", login)
                .mapTo(Boolean.class)
                .one();
        superuser.execute((known ? "ALTER" : "CREATE") + " ROLE " + login + " LOGIN PASSWORD '" + password + "'");
        superuser.execute("GRANT " + Roles.ADMIN + " TO " + login);
        superuser.execute("GRANT TEMPORARY, CONNECT ON DATABASE postgres TO " + login);
        boolean made = superuser
                .createQuery("SELECT EXISTS (SELECT FROM pg_database WHERE datname = :database)")
                .bind("database", database)
                .mapTo(Boolean.class)
                .one();
        if (!made) {
            superuser.execute("CREATE DATABASE " + database + " OWNER " + Roles.OWNER);
        }
    }

    /** A password of this server, made the first time it is asked for; readable by its owner only. */
    private String secret(String name) {
        Path file = folder.resolve(name);
        try {
            if (Files.notExists(file)) {
                byte[] random = new byte[PASSWORD_BYTES];
                new SecureRandom().nextBytes(random);
                // Whole or not at all: an interrupted start must not leave an empty password.
                Path whole = Files.createTempFile(
                        folder,
                        name,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(whole, HexFormat.of().formatHex(random));
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(IOException failure) {
        return Problem.of(DbProblem.EMBEDDED_START_FAILED)
                .with("message", String.valueOf(failure.getMessage()))
                .asException(failure);
    }
}
