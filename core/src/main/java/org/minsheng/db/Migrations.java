package org.minsheng.db;

import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;

/**
 * The schema's migrations. Flyway applies them; an ordinary command only compares two numbers, for loading Flyway would
 * cost more than the command.
 */
public final class Migrations {
    /** The newest migration that this program has. */
    public static final int NEWEST = 7;

    private static final String HISTORY = "schema_history";
    private static final String READERS =
            "minsheng_admin, minsheng_operator, minsheng_support, minsheng_auditor, minsheng_kiosk";

    private final ConnectionSettings migrator;

    /**
     * @param migrator a login that is a member of the owner role; the extension {@code btree_gist} exists already, or
     *     the login may create it
     */
    public Migrations(ConnectionSettings migrator) {
        this.migrator = migrator;
    }

    /**
     * Applies what is pending, each migration in a transaction of its own.
     *
     * @return how many were applied
     * @throws org.minsheng.base.ProblemException {@code db.migration-failed}
     */
    public int migrate() {
        try (SettingsDataSource source = new SettingsDataSource(migrator)) {
            int applied = flyway(source).migrate().migrationsExecuted;
            try (Database database = new Database(migrator)) {
                database.handle().execute("SET ROLE " + Roles.OWNER);
                database.handle().execute("GRANT SELECT ON public." + HISTORY + " TO " + READERS);
            }
            return applied;
        } catch (FlywayException e) {
            Problem known = DbFailures.problemOf(e);
            boolean statement = known == null || known.code() == DbProblem.STATEMENT_FAILED;
            throw (statement
                            ? Problem.of(DbProblem.MIGRATION_FAILED)
                                    .with(
                                            "message",
                                            firstLine(
                                                    known == null
                                                            ? e.getMessage()
                                                            : known.facts().get("message")))
                            : known)
                    .asException(e);
        }
    }

    /** The newest migration among the program's own files, as Flyway finds them. */
    static int newestFile(ConnectionSettings migrator) {
        MigrationVersion newest = MigrationVersion.EMPTY;
        try (SettingsDataSource source = new SettingsDataSource(migrator)) {
            for (org.flywaydb.core.api.MigrationInfo info :
                    flyway(source).info().all()) {
                newest = info.getVersion().isNewerThan(newest) ? info.getVersion() : newest;
            }
        }
        return newest.getMajor().intValueExact();
    }

    private static Flyway flyway(SettingsDataSource source) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:org/minsheng/db/migration")
                .defaultSchema("public")
                .table(HISTORY)
                .initSql("SET ROLE " + Roles.OWNER)
                .load();
    }

    /** The version of the schema; empty when no migration was ever applied. */
    public static Optional<Integer> version(Handle handle) {
        boolean known = handle.createQuery("SELECT to_regclass('public." + HISTORY + "') IS NOT NULL")
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            return Optional.empty();
        }
        return handle.createQuery("SELECT version::int FROM public." + HISTORY
                        + " WHERE success AND version IS NOT NULL" + " ORDER BY installed_rank DESC LIMIT 1")
                .mapTo(Integer.class)
                .findOne();
    }

    /**
     * Refuses to work on another schema than this program's.
     *
     * @throws org.minsheng.base.ProblemException {@code db.migrations-pending} or {@code db.schema-too-new}
     */
    public static void requireCurrent(Handle handle) {
        int version = version(handle).orElse(0);
        if (version != NEWEST) {
            DbProblem problem = version < NEWEST ? DbProblem.MIGRATIONS_PENDING : DbProblem.SCHEMA_TOO_NEW;
            throw Problem.of(problem)
                    .with("version", version)
                    .with("newest", NEWEST)
                    .asException();
        }
    }

    private static String firstLine(Object message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
