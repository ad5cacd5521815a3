package org.minsheng.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.Database;
import org.minsheng.db.EmbeddedPostgres;
import org.minsheng.db.Migrations;
import org.minsheng.run.Installation;

/**
 * A temporary home with the very server that {@code db start} makes, durable as that one. Closed, server and files are
 * gone.
 */
final class BenchHome implements AutoCloseable {
    private final Path folder;
    private final EmbeddedPostgres server;

    private BenchHome(Path folder) {
        this.folder = folder;
        this.server = new EmbeddedPostgres(folder);
    }

    /** Makes a home below the temporary folder and starts its server, with all migrations. */
    static BenchHome make() {
        try {
            BenchHome home = new BenchHome(Files.createTempDirectory("minsheng-bench-"));
            home.server.start();
            new Migrations(home.server.migrator()).migrate();
            try (Database database = new Database(home.server.settings())) {
                Installation.declare(database.handle(), true, "bench");
            }
            return home;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A home that another process made. */
    static BenchHome at(Path folder) {
        return new BenchHome(folder);
    }

    Path folder() {
        return folder;
    }

    /** A folder in it, made when it is missing. */
    Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Name of the database that {@link #make} prepares. */
    String template() {
        return server.settings().database();
    }

    /** A database of this server as our commands see it; the caller closes it. */
    Database open(String database) {
        return new Database(server.settings().withDatabase(database));
    }

    /** The same for the superuser. */
    Database openAsSuperuser(String database) {
        return new Database(server.migrator().withDatabase(database));
    }

    /** Copies a database; nobody may be connected to it. */
    void copyDatabase(String from, String to) {
        asSuperuser("DROP DATABASE IF EXISTS " + to);
        asSuperuser("CREATE DATABASE " + to + " TEMPLATE " + from + " OWNER minsheng_owner");
    }

    void dropDatabase(String name) {
        asSuperuser("DROP DATABASE IF EXISTS " + name);
    }

    /** Writes everything to the disk, so that no measurement pays for what came before it. */
    void settleDown() {
        asSuperuser("CHECKPOINT");
    }

    /** The server's main process. */
    long serverPid() {
        return server.pid().orElseThrow();
    }

    String setting(String name) {
        try (Database postgres = openAsSuperuser("postgres")) {
            return postgres.handle()
                    .createQuery("SELECT current_setting(:name)")
                    .bind("name", name)
                    .mapTo(String.class)
                    .one();
        }
    }

    private void asSuperuser(String statement) {
        try (Database postgres = openAsSuperuser("postgres")) {
            Handle handle = postgres.handle();
            handle.execute(statement);
        }
    }

    @Override
    public void close() {
        server.stop();
        delete(folder);
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
