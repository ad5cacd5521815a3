package org.minsheng.db;

import java.util.Arrays;
import java.util.List;
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
     * A change of the schema that the program has.
     *
     * @param version its number
     * @param description what it brings, as its file is named
     */
    public record Migration(int version, String description) {}

    /** @param migrator a login that is a member of the owner role */
    public Migrations(ConnectionSettings migrator) {
        this.migrator = migrator;
    }

    /** What {@link #migrate()} would apply, in order; nothing is written. */
    public List<Migration> pending() {
        try (SettingsDataSource source = new SettingsDataSource(migrator)) {
            return Arrays.stream(flyway(source).info().pending())
                    .map(info -> new Migration(info.getVersion().getMajor().intValueExact(), info.getDescription()))
                    .toList();
        } catch (FlywayException e) {
            throw problemOf(e).asException(e);
        }
    }

    /**
     * Applies what is pending, each migration in a transaction of its own.
     *
     * @return how many were applied
     * @throws org.minsheng.base.ProblemException {@code db.migration-failed}, {@code db.schema-too-new}, and what
     *     {@link MigrationRights} finds missing
     */
    public int migrate() {
        try (Database database = new Database(migrator)) {
            Handle handle = database.handle();
            new MigrationRights(handle).ensure();
            handle.execute("SET ROLE " + Roles.OWNER);
            int version = version(handle).orElse(0);
            if (version > NEWEST) {
                throw notCurrent(version);
            }
        }
        return apply();
    }

    /**
     * Drops every schema of the owner role with all that is in it, and applies all migrations anew.
     *
     * @throws org.minsheng.base.ProblemException as {@link #migrate()} does; {@code db.lock-timeout} when somebody works
     */
    public void rebuild() {
        try (Database database = new Database(migrator)) {
            Handle handle = database.handle();
            new MigrationRights(handle).ensure();
            handle.useTransaction(transaction -> {
                transaction.execute("SET LOCAL ROLE " + Roles.OWNER);
                List<String> schemas = transaction
                        .createQuery("SELECT quote_ident(nspname) FROM pg_namespace WHERE nspowner = :owner::regrole")
                        .bind("owner", Roles.OWNER)
                        .mapTo(String.class)
                        .list();
                for (String schema : schemas) {
                    transaction.execute("DROP SCHEMA " + schema + " CASCADE");
                }
                transaction.execute("DROP TABLE IF EXISTS public." + HISTORY);
            });
        }
        apply();
    }

    private int apply() {
        try (SettingsDataSource source = new SettingsDataSource(migrator)) {
            int applied = flyway(source).migrate().migrationsExecuted;
            try (Database database = new Database(migrator)) {
                database.handle().execute("SET ROLE " + Roles.OWNER);
                database.handle().execute("GRANT SELECT ON public." + HISTORY + " TO " + READERS);
            }
            return applied;
        } catch (FlywayException e) {
            throw problemOf(e).asException(e);
        }
    }

    private static Problem problemOf(FlywayException failure) {
        Problem known = DbFailures.problemOf(failure);
        if (known != null && known.code() != DbProblem.STATEMENT_FAILED) {
            return known;
        }
        Object message = known == null ? failure.getMessage() : known.facts().get("message");
        return Problem.of(DbProblem.MIGRATION_FAILED).with("message", firstLine(message));
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
            throw notCurrent(version);
        }
    }

    private static RuntimeException notCurrent(int version) {
        return Problem.of(version < NEWEST ? DbProblem.MIGRATIONS_PENDING : DbProblem.SCHEMA_TOO_NEW)
                .with("version", version)
                .with("newest", NEWEST)
                .asException();
    }

    private static String firstLine(Object message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
