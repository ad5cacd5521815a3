package org.minsheng.cli.db;

import java.io.IOException;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.db.Roles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code minsheng db roles}: which roles there are and which the login has, or the script that makes them. */
@Command(name = "roles")
final class DbRoles implements Verb {
    @Option(names = "--sql")
    private boolean sql;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        if (sql) {
            invocation.out().write(Roles.sql());
            return ExitStatus.OK;
        }
        RowPrinter rows = invocation.rows(
                Column.text("role"), Column.flag("exists"), Column.flag("granted"), Column.text("purpose"));
        for (Roles.Role role : Roles.of(invocation.databaseOfAnySchema().handle())) {
            rows.row(role.name(), role.exists(), role.held(), invocation.text("role." + role.name()));
        }
        rows.finish();
        return ExitStatus.OK;
    }
}
