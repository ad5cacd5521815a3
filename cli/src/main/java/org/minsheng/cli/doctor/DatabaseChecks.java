package org.minsheng.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;
import org.minsheng.cli.command.Invocation;
import org.minsheng.db.Database;
import org.minsheng.db.DatabaseState;
import org.minsheng.db.DbFailures;
import org.minsheng.db.DbProblem;
import org.minsheng.db.Migrations;
import org.minsheng.db.Roles;
import org.minsheng.run.Installation;

/** The database that the settings name: whether it answers, its schema, its clock, what the login may do. */
final class DatabaseChecks {
    private static final Duration CLOCK_WARN = Duration.ofSeconds(2);
    private static final Duration CLOCK_WRONG = Duration.ofMinutes(1);

    private final Invocation invocation;
    private final Findings findings;

    DatabaseChecks(Invocation invocation, Findings findings) {
        this.invocation = invocation;
        this.findings = findings;
    }

    void run() {
        try {
            check(invocation.databaseOfAnySchema());
        } catch (ProblemException e) {
            boolean none = e.problem().code() == DbProblem.NOT_CONFIGURED;
            findings.problem("database", none ? Finding.State.WARN : Finding.State.WRONG, e.problem());
        } catch (JdbiException e) {
            Problem problem = DbFailures.problemOf(e);
            if (problem == null) {
                throw e;
            }
            findings.problem("database", Finding.State.WRONG, problem);
        }
    }

    /** Roles come first: a login that has none may not even see the version of the schema. */
    private void check(Database database) {
        roles(database.handle(), database.settings().user());
        Instant before = invocation.clock().instant();
        DatabaseState state = DatabaseState.of(database.handle());
        findings.ok(
                "database",
                "doctor.database.ok",
                "database",
                database.settings().label(),
                "version",
                state.serverVersion(),
                "source",
                database.settings().source());
        schema(state);
        extension(state, database.settings().database());
        clock(Duration.between(before, state.now()));
        if (state.schemaVersion().isPresent()) {
            installation(database.handle());
        }
    }

    private void schema(DatabaseState state) {
        int version = state.schemaVersion().orElse(0);
        if (version == Migrations.NEWEST) {
            findings.ok("schema", "doctor.schema.ok", "version", version);
        } else {
            String key = version < Migrations.NEWEST ? "doctor.schema.old" : "doctor.schema.new";
            findings.wrong("schema", key, "version", version, "newest", Migrations.NEWEST);
        }
    }

    private void extension(DatabaseState state, String database) {
        if (state.hasExtension()) {
            findings.ok("extension", "doctor.extension.ok");
        } else {
            findings.wrong("extension", "doctor.extension.missing", "database", database);
        }
    }

    private void clock(Duration difference) {
        String seconds = String.format(java.util.Locale.ROOT, "%.1f", difference.toMillis() / 1000.0);
        Duration size = difference.abs();
        if (size.compareTo(CLOCK_WRONG) > 0) {
            findings.wrong("clock", "doctor.clock.off", "seconds", seconds);
        } else if (size.compareTo(CLOCK_WARN) > 0) {
            findings.warn("clock", "doctor.clock.off", "seconds", seconds);
        } else {
            findings.ok("clock", "doctor.clock.ok", "seconds", seconds);
        }
    }

    private void roles(Handle handle, String login) {
        List<String> held = Roles.of(handle).stream()
                .filter(Roles.Role::held)
                .map(Roles.Role::name)
                .toList();
        if (held.isEmpty()) {
            findings.wrong("roles", "doctor.roles.none", "login", login);
        } else {
            findings.ok("roles", "doctor.roles.ok", "login", login, "roles", String.join(", ", held));
        }
    }

    private void installation(Handle handle) {
        Optional<Installation> found = Installation.find(handle);
        if (found.isPresent()) {
            findings.ok(
                    "installation",
                    "doctor.installation.ok",
                    "kind",
                    found.get().kind(),
                    "name",
                    found.get().name(),
                    "id",
                    found.get().id());
        } else {
            findings.warn("installation", "doctor.installation.none");
        }
    }
}
