package org.minsheng.cli.db;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.minsheng.base.ProblemException;
import org.minsheng.cli.command.DatabaseChoice;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.db.Database;
import org.minsheng.db.DatabaseState;
import org.minsheng.db.EmbeddedPostgres;
import org.minsheng.db.Migrations;
import org.minsheng.run.Installation;
import picocli.CommandLine.Command;

/** {@code minsheng db status}: the database that the settings name, whether it answers, and how it is. */
@Command(name = "status")
final class DbStatus implements Verb {
    private static final List<Column> COLUMNS = List.of(
            Column.text("database"),
            Column.text("source"),
            Column.flag("embedded"),
            Column.flag("running"),
            Column.number("pid"),
            Column.number("port"),
            Column.text("folder"),
            Column.text("server_version"),
            Column.number("schema_version"),
            Column.number("program_version"),
            Column.count("bytes"),
            Column.text("installation"),
            Column.text("installation_kind"),
            Column.text("installation_id"));

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        DatabaseChoice choice = invocation.chosenDatabase();
        Optional<EmbeddedPostgres> embedded =
                choice.embedded() ? Optional.of(new EmbeddedPostgres(invocation.home())) : Optional.empty();
        try {
            Database database = invocation.databaseOfAnySchema();
            print(invocation, choice, embedded, true, Optional.of(Known.of(database.handle())));
            return ExitStatus.OK;
        } catch (ProblemException e) {
            print(invocation, choice, embedded, false, Optional.empty());
            throw e;
        } catch (JdbiException e) {
            // It answers, but tells this login nothing; a login without any role may not even see the schema's version.
            print(invocation, choice, embedded, true, Optional.empty());
            throw e;
        }
    }

    /** What a database that answers tells of itself. */
    private record Known(DatabaseState state, Optional<Installation> installation) {
        static Known of(Handle handle) {
            DatabaseState state = DatabaseState.of(handle);
            return new Known(state, state.schemaVersion().flatMap(version -> Installation.find(handle)));
        }
    }

    private static void print(
            Invocation invocation,
            DatabaseChoice choice,
            Optional<EmbeddedPostgres> embedded,
            boolean running,
            Optional<Known> known)
            throws IOException {
        Optional<DatabaseState> state = known.map(Known::state);
        Optional<Installation> installation = known.flatMap(Known::installation);
        invocation.one(
                COLUMNS,
                choice.settings().label(),
                choice.settings().source(),
                choice.embedded(),
                running,
                embedded.flatMap(EmbeddedPostgres::pid).orElse(null),
                choice.settings().port(),
                embedded.map(EmbeddedPostgres::folder).orElse(null),
                state.map(DatabaseState::serverVersion).orElse(null),
                state.map(told -> told.schemaVersion().orElse(0)).orElse(null),
                Migrations.NEWEST,
                state.map(DatabaseState::bytes).orElse(null),
                installation.map(Installation::name).orElse(null),
                installation.map(Installation::kind).orElse(null),
                installation.map(Installation::id).orElse(null));
    }
}
