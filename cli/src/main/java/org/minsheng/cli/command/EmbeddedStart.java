package org.minsheng.cli.command;

import org.minsheng.db.Database;
import org.minsheng.db.DatabaseState;
import org.minsheng.db.EmbeddedPostgres;
import org.minsheng.db.Migrations;

/** Starts the home's own PostgreSQL and leaves it usable: made when it is missing, migrated, and the home's default. */
public final class EmbeddedStart {
    private final Invocation invocation;

    public EmbeddedStart(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Starts it; nothing happens to one that runs and is current. */
    public void run() {
        EmbeddedPostgres embedded = new EmbeddedPostgres(invocation.home());
        boolean made = !embedded.exists();
        boolean running = embedded.pid().isPresent();
        try (Database database = new Database(embedded.start())) {
            invocation.note(
                    made ? "db.start.made" : running ? "db.start.running" : "db.start.started",
                    "version",
                    DatabaseState.of(database.handle()).serverVersion(),
                    "port",
                    database.settings().port(),
                    "folder",
                    embedded.folder());
            if (Migrations.version(database.handle()).orElse(0) < Migrations.NEWEST) {
                int applied = new Migrations(embedded.migrator()).migrate();
                invocation.note("db.migrate.done", "applied", applied, "version", Migrations.NEWEST);
            }
        }
        invocation.settings().chooseEmbedded().ifPresent(file -> invocation.note("db.start.default", "file", file));
    }
}
