package org.minsheng.cli.db;

import java.io.IOException;
import org.minsheng.base.Problem;
import org.minsheng.cli.command.CliProblem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.db.Migrations;
import org.minsheng.run.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code minsheng db migrate}: brings the schema to this program's version, and declares what the database is. */
@Command(name = "migrate")
final class DbMigrate implements Verb {
    private static final String NAME = "--name";

    /** What a database can be. */
    enum Kind {
        PRODUCTION,
        DEMONSTRATION
    }

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--installation", paramLabel = "KIND")
    private Kind kind;

    @Option(names = NAME, paramLabel = "NAME")
    private String name;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        if ((kind == null) != (name == null)) {
            throw Problem.of(CliProblem.MISSING_ARGUMENT)
                    .with("argument", kind == null ? "--installation" : NAME)
                    .with("command", "minsheng db migrate")
                    .asException();
        }
        Migrations migrations = new Migrations(invocation.migrator());
        if (dryRun) {
            return printPending(invocation, migrations);
        }
        int applied = migrations.migrate();
        invocation.note(
                applied == 0 ? "db.migrate.current" : "db.migrate.done",
                "applied",
                applied,
                "version",
                Migrations.NEWEST);
        if (kind != null) {
            declare(invocation);
        } else if (Installation.find(invocation.databaseOfAnySchema().handle()).isEmpty()) {
            invocation.note("db.migrate.undeclared");
        }
        return ExitStatus.OK;
    }

    private void declare(Invocation invocation) {
        Installation declared =
                Installation.declare(invocation.databaseOfAnySchema().handle(), kind == Kind.DEMONSTRATION, name);
        invocation.note("db.migrate.declared", "kind", declared.kind(), "name", declared.name(), "id", declared.id());
    }

    private static ExitStatus printPending(Invocation invocation, Migrations migrations) throws IOException {
        RowPrinter rows = invocation.rows(Column.number("version"), Column.text("description"));
        for (Migrations.Migration pending : migrations.pending()) {
            rows.row(pending.version(), pending.description());
        }
        rows.finish();
        return ExitStatus.OK;
    }
}
