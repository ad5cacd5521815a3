package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.base.ProblemException;

@Tag("database")
class MigrationsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @Test
    void knowsItsNewestFile() {
        assertThat(Migrations.newestFile(database.superuserSettings())).isEqualTo(Migrations.NEWEST);
    }

    @Test
    void appliesNothingTwice() {
        assertThat(new Migrations(database.superuserSettings()).migrate()).isZero();
        Migrations.requireCurrent(database.handle());
    }

    @Test
    void refusesToWorkOnAnEmptyDatabase() {
        try (Database empty = new Database(database.superuserSettings().withDatabase("postgres"))) {
            assertThat(Migrations.version(empty.handle())).isEmpty();
            assertThatThrownBy(() -> Migrations.requireCurrent(empty.handle()))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problem().code()).isEqualTo(DbProblem.MIGRATIONS_PENDING);
                        assertThat(e.problem().facts()).containsEntry("version", 0);
                    });
        }
    }

    @Test
    void refusesToWorkOnASchemaOfTomorrow() {
        try (Database superuser = new Database(database.superuserSettings())) {
            superuser.handle().useTransaction(transaction -> {
                transaction.execute("UPDATE public.schema_history SET version = '9999' WHERE installed_rank ="
                        + " (SELECT max(installed_rank) FROM public.schema_history)");
                assertThatThrownBy(() -> Migrations.requireCurrent(transaction))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                e -> assertThat(e.problem().code()).isEqualTo(DbProblem.SCHEMA_TOO_NEW));
                transaction.rollback();
            });
        }
    }

    @Test
    void leavesEveryTableToTheOwnerWhoCannotLogIn() {
        List<String> strangers = database.handle()
                .createQuery("""
                        SELECT schemaname || '.' || tablename FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tableowner <> :owner""")
                .bind("owner", Roles.OWNER)
                .mapTo(String.class)
                .list();
        assertThat(strangers).isEmpty();
        assertThat(database.handle()
                        .createQuery("SELECT rolcanlogin FROM pg_roles WHERE rolname = :owner")
                        .bind("owner", Roles.OWNER)
                        .mapTo(Boolean.class)
                        .one())
                .isFalse();
    }

    @Test
    void refusesALoginThatIsNoMemberOfTheOwner() {
        assertThatThrownBy(() -> new Migrations(database.settingsAs("operator")).migrate())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(DbProblem.MIGRATOR_NOT_OWNER));
    }
}
