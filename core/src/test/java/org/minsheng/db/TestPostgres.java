package org.minsheng.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The PostgreSQL server that all database tests of this build share, with the migrated template from which each test
 * class copies its database. System property {@code minsheng.test.postgres} chooses 18 or 15.
 */
public final class TestPostgres {
    /** Password of every login of the test server; it listens on this machine only and lives as long as the tests. */
    static final String PASSWORD = "test";

    private static final String TEMPLATE = "minsheng_template";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final Map<String, String> FAST = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "shared_buffers", "256MB",
            "max_wal_size", "4GB",
            "max_connections", "100");
    private static final Map<String, String> DURABLE = Map.of(
            "shared_buffers", "256MB",
            "max_connections", "50",
            // What sessions that a crash ended have staged, PostgreSQL drops by itself: here within seconds.
            "autovacuum_naptime", "1s");

    private static TestPostgres shared;

    private final PostgresServer server;
    private final Path folder;
    private final boolean durable;

    private TestPostgres(Map<String, String> configuration) {
        durable = configuration == DURABLE;
        try {
            folder = Files.createTempDirectory("minsheng-test-postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new PostgresServer(programs(), folder, PASSWORD, configuration);
        server.initialise();
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::destroy));
        makeTemplate();
    }

    /** The server of this build, started by the first class that needs one. */
    public static synchronized TestPostgres shared() {
        if (shared == null) {
            shared = new TestPostgres(FAST);
        }
        return shared;
    }

    /** A durable server of its own, to be killed. */
    public static TestPostgres crashable() {
        return new TestPostgres(DURABLE);
    }

    /** The server itself. */
    public PostgresServer server() {
        return server;
    }

    /** Makes a database from the migrated template. */
    public ConnectionSettings createDatabase() {
        return copy(TEMPLATE, "");
    }

    /** Makes a database that holds what another one holds, to which nobody is connected at the moment. */
    public ConnectionSettings copyOf(ConnectionSettings original) {
        return copy(original.database(), "");
    }

    /** The same, with its files in a tablespace. */
    public ConnectionSettings copyOf(ConnectionSettings original, String tablespace) {
        return copy(original.database(), " TABLESPACE " + tablespace);
    }

    private synchronized ConnectionSettings copy(String original, String options) {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Database postgres = new Database(server.superuser())) {
            postgres.handle()
                    .execute("CREATE DATABASE " + name + " TEMPLATE " + original + " OWNER " + Roles.OWNER + options);
            if (durable) {
                // Without it a sequence of the copy may step back in a crash: the numbers that it has logged ahead were
                // logged for the original only, and the copied page is too young to be logged again.
                postgres.handle().execute("CHECKPOINT");
            }
        }
        return server.superuser().withDatabase(name).withLogin("minsheng", PASSWORD);
    }

    /** Drops a database; returns the sessions that were still connected to it. */
    public synchronized List<String> dropDatabase(String name) {
        try (Database postgres = new Database(server.superuser())) {
            // A session that was closed just now may still be leaving: the server itself waits for it, a few seconds.
            try {
                postgres.handle().execute("DROP DATABASE " + name);
                return List.of();
            } catch (UnableToExecuteStatementException inUse) {
                List<String> sessions = sessions(postgres.handle(), name);
                postgres.handle().execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
                return sessions;
            }
        }
    }

    private static List<String> sessions(Handle postgres, String name) {
        return postgres.createQuery(
                        "SELECT pid || ' ' || state || ': ' || query FROM pg_stat_activity WHERE datname = :name")
                .bind("name", name)
                .mapTo(String.class)
                .list();
    }

    /** Stops the server and removes its folder. */
    public void destroy() {
        try {
            server.kill();
            PostgresBinaries.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeTemplate() {
        try (Database postgres = new Database(server.superuser())) {
            EmbeddedPostgres.prepare(postgres.handle(), TEMPLATE, "minsheng", PASSWORD);
            for (String role : List.of("admin", "operator", "support", "auditor", "kiosk")) {
                postgres.handle()
                        .execute("CREATE ROLE test_" + role + " LOGIN PASSWORD '" + PASSWORD + "' IN ROLE minsheng_"
                                + role);
            }
        }
        ConnectionSettings template = server.superuser().withDatabase(TEMPLATE);
        try (Database database = new Database(template)) {
            database.handle().execute("CREATE EXTENSION btree_gist");
        }
        new Migrations(template).migrate();
    }

    /** The unpacked programs of the version that this build tests. A file's lock keeps off processes, not threads. */
    static synchronized Path programs() {
        Path folder = repository().resolve("target/postgres");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return isOldest()
                        ? PostgresBinaries.inJar(folder.resolve("postgres-oldest.jar"))
                                .unpackedIn(folder.resolve("programs-oldest"))
                        : PostgresBinaries.onClasspath().unpackedIn(folder.resolve("programs-newest"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOldest() {
        return "15".equals(System.getProperty("minsheng.test.postgres"));
    }

    /** The folder of the checkout: where Maven's own settings lie. */
    public static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
