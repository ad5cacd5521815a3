package org.minsheng.db;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.minsheng.base.Problem;

/**
 * What a login needs before it can migrate, asked for one by one: whoever lacks something learns what a DBA has to do,
 * instead of a failure in the middle.
 */
final class MigrationRights {
    private static final String EXTENSION = "btree_gist";

    private final Handle handle;

    MigrationRights(Handle handle) {
        this.handle = handle;
    }

    /**
     * Checks the roles and rights, and creates the extension when it is missing and the login may.
     *
     * @throws org.minsheng.base.ProblemException {@code db.roles-missing}, {@code db.migrator-not-owner},
     *     {@code db.owner-rights-missing}, {@code db.extension-missing}
     */
    void ensure() {
        String login = text("SELECT session_user");
        String database = text("SELECT current_database()");
        if (!holds("SELECT to_regrole('" + Roles.OWNER + "') IS NOT NULL AND to_regrole('" + Roles.ADMIN
                + "') IS NOT NULL")) {
            throw Problem.of(DbProblem.ROLES_MISSING).with("login", login).asException();
        }
        if (!holds("SELECT pg_has_role('" + Roles.OWNER + "', 'MEMBER')")) {
            throw Problem.of(DbProblem.MIGRATOR_NOT_OWNER).with("login", login).asException();
        }
        if (!holds("SELECT has_database_privilege('" + Roles.OWNER + "', current_database(), 'CREATE')"
                + " AND has_schema_privilege('" + Roles.OWNER + "', 'public', 'CREATE')")) {
            throw Problem.of(DbProblem.OWNER_RIGHTS_MISSING)
                    .with("database", database)
                    .asException();
        }
        if (!hasExtension(handle)) {
            createExtension(login, database);
        }
    }

    private void createExtension(String login, String database) {
        try {
            handle.execute("CREATE EXTENSION IF NOT EXISTS " + EXTENSION);
        } catch (UnableToExecuteStatementException e) {
            throw Problem.of(DbProblem.EXTENSION_MISSING)
                    .with("extension", EXTENSION)
                    .with("login", login)
                    .with("database", database)
                    .asException(e);
        }
    }

    /** Whether the database has the extension that exclusion constraints over periods need. */
    static boolean hasExtension(Handle handle) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM pg_extension WHERE extname = :name)")
                .bind("name", EXTENSION)
                .mapTo(Boolean.class)
                .one();
    }

    private boolean holds(String query) {
        return handle.createQuery(query).mapTo(Boolean.class).one();
    }

    private String text(String query) {
        return handle.createQuery(query).mapTo(String.class).one();
    }
}
