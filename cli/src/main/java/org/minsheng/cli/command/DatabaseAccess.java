package org.minsheng.cli.command;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;
import org.minsheng.db.Database;
import org.minsheng.db.DbProblem;
import org.minsheng.db.EmbeddedPostgres;
import org.minsheng.db.Migrations;
import org.minsheng.run.Installation;
import org.minsheng.run.RunProblem;

/** Opens the database that the settings name: asks for a password where one is missing, and refuses a wrong database. */
final class DatabaseAccess {
    private final Invocation invocation;

    DatabaseAccess(Invocation invocation) {
        this.invocation = invocation;
    }

    /** A database whose schema is this program's. */
    Database current() throws IOException {
        return checked(connected(chooseOrMake()), database -> Migrations.requireCurrent(database.handle()));
    }

    /** A database of any schema, or of none yet. */
    Database any() throws IOException {
        return connected(ConnectionSource.of(invocation.settings()));
    }

    /** Only a person at a terminal may be offered a new, empty database; a script must never work on one unawares. */
    private DatabaseChoice chooseOrMake() throws IOException {
        try {
            return ConnectionSource.of(invocation.settings());
        } catch (ProblemException e) {
            if (e.problem().code() != DbProblem.NOT_CONFIGURED || !invocation.canAsk()) {
                throw e;
            }
        }
        invocation.confirm("db.confirm-create", "home", invocation.home());
        new EmbeddedStart(invocation).run();
        return ConnectionSource.of(invocation.settings());
    }

    private Database connected(DatabaseChoice choice) throws IOException {
        if (choice.embedded() && new EmbeddedPostgres(invocation.home()).pid().isEmpty()) {
            throw Problem.of(DbProblem.EMBEDDED_STOPPED)
                    .with("home", invocation.home())
                    .asException();
        }
        invocation.detail(
                "db.using",
                "database",
                choice.settings().label(),
                "source",
                choice.settings().source());
        Database database = connected(new Database(choice.settings()));
        return choice.expectedInstallation() == null
                ? database
                : checked(database, opened -> requireInstallation(opened, choice.expectedInstallation()));
    }

    /** Whatever ends a check, its connection ends too. */
    private static Database checked(Database database, Consumer<Database> check) {
        boolean usable = false;
        try {
            check.accept(database);
            usable = true;
            return database;
        } finally {
            if (!usable) {
                database.close();
            }
        }
    }

    private Database connected(Database database) throws IOException {
        try {
            database.handle();
            return database;
        } catch (ProblemException e) {
            boolean passwordMissing = e.problem().code() == DbProblem.LOGIN_REFUSED
                    && database.settings().password() == null;
            if (!passwordMissing || !invocation.canAsk()) {
                throw e;
            }
        }
        String password = invocation.askSecret(
                "db.ask-password", "database", database.settings().label());
        Database withPassword =
                new Database(database.settings().withLogin(database.settings().user(), password));
        withPassword.handle();
        return withPassword;
    }

    private static void requireInstallation(Database database, Setting expected) {
        Handle handle = database.handle();
        Optional<Installation> found =
                Migrations.version(handle).isPresent() ? Installation.find(handle) : Optional.empty();
        if (found.filter(installation -> installation.id().equals(expected.value()))
                .isEmpty()) {
            throw Problem.of(RunProblem.INSTALLATION_UNEXPECTED)
                    .with("database", database.settings().label())
                    .with("actual", found.map(Installation::id).orElse("-"))
                    .with("name", found.map(Installation::name).orElse("-"))
                    .with("expected", expected.value())
                    .with("place", expected.place())
                    .asException();
        }
    }
}
