package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.base.ProblemException;

/** What a DBA must have done before a login that is no superuser can migrate a central database. */
@Tag("database")
class MigrationRightsTest {
    private static final String DATABASE = "central_rights";
    private static final String LOGIN = "test_deploy";

    @RegisterExtension
    static final TestDatabase any = TestDatabase.migrated();

    private ConnectionSettings deploy;

    @BeforeEach
    void makeLoginAndDatabase() {
        superuser(
                "CREATE ROLE " + LOGIN + " LOGIN PASSWORD '" + TestPostgres.PASSWORD + "'",
                "CREATE DATABASE " + DATABASE + " TEMPLATE template0");
        deploy = any.superuserSettings().withDatabase(DATABASE).withLogin(LOGIN, TestPostgres.PASSWORD);
    }

    @AfterEach
    void drop() {
        superuser("DROP DATABASE " + DATABASE, "DROP ROLE " + LOGIN);
    }

    private static void superuser(String... statements) {
        try (Database postgres = new Database(any.superuserSettings().withDatabase("postgres"))) {
            for (String statement : statements) {
                postgres.handle().execute(statement);
            }
        }
    }

    private void isRefused(DbProblem problem) {
        assertThatThrownBy(() -> new Migrations(deploy).migrate())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(problem));
        try (Database database = new Database(deploy)) {
            assertThat(Migrations.version(database.handle())).isEmpty();
        }
    }

    @Test
    void aMemberOfTheOwnerMigratesTheDatabaseOfTheOwner() {
        isRefused(DbProblem.MIGRATOR_NOT_OWNER);

        superuser("GRANT minsheng_owner TO " + LOGIN);
        isRefused(DbProblem.OWNER_RIGHTS_MISSING);

        superuser("ALTER DATABASE " + DATABASE + " OWNER TO minsheng_owner");
        assertThat(new Migrations(deploy).pending()).hasSize(Migrations.NEWEST);
        assertThat(new Migrations(deploy).migrate()).isEqualTo(Migrations.NEWEST);
        assertThat(new Migrations(deploy).pending()).isEmpty();
        try (Database database = new Database(deploy)) {
            Migrations.requireCurrent(database.handle());
            assertThat(DatabaseState.of(database.handle()).hasExtension()).isTrue();
        }
    }

    /** They belong to the whole server: here one is missing for this transaction only. */
    @Test
    void saysThatTheRolesWereNeverMade() {
        for (String role : List.of("minsheng_owner", "minsheng_admin")) {
            try (Database server = new Database(any.superuserSettings())) {
                Handle handle = server.handle().begin();
                handle.execute("ALTER ROLE " + role + " RENAME TO elsewhere");

                assertThatThrownBy(new MigrationRights(handle)::ensure)
                        .isInstanceOfSatisfying(ProblemException.class, e -> {
                            assertThat(e.problem().code()).isEqualTo(DbProblem.ROLES_MISSING);
                            assertThat(e.problem().facts()).containsEntry("login", "postgres");
                        });
                handle.rollback();
            }
        }
    }

    @Test
    void saysWhichExtensionADbaMustCreate() {
        superuser(
                // in this order: since 16 a grant inherits or not as the role does when it is made
                "ALTER ROLE " + LOGIN + " NOINHERIT",
                "GRANT minsheng_owner TO " + LOGIN,
                "GRANT CREATE ON DATABASE " + DATABASE + " TO minsheng_owner");
        try (Database database = new Database(deploy.withLogin("postgres", TestPostgres.PASSWORD))) {
            database.handle().execute("GRANT CREATE ON SCHEMA public TO minsheng_owner");
        }
        isRefused(DbProblem.EXTENSION_MISSING);
    }
}
