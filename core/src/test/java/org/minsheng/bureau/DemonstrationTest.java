package org.minsheng.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.base.ProblemException;
import org.minsheng.bureau.city.CityGenerator;
import org.minsheng.bureau.city.CityPlan;
import org.minsheng.claim.SettleService;
import org.minsheng.db.Database;
import org.minsheng.db.Locks;
import org.minsheng.db.Migrations;
import org.minsheng.db.TestDatabase;
import org.minsheng.run.Installation;
import org.minsheng.run.Progress;

@Tag("database")
class DemonstrationTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @RegisterExtension
    static final TestDatabase production = TestDatabase.migrated();

    @TempDir
    private Path folder;

    @Test
    void isEmptiedForAnotherCity() {
        new CityGenerator(new CityPlan(200, 7, 2025)).writeTo(folder, Progress.SILENT);
        Demonstration demonstration = new Demonstration(database.handle());
        load();
        Demonstration.Overview before = demonstration.overview();
        assertThat(before.persons()).isEqualTo(200);

        try (Database settling = database.database().another();
                Locks.Held door = Locks.door(settling.handle(), SettleService.JOB)) {
            assertThatThrownBy(() -> demonstration.reset(database.superuserSettings()))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            busy -> assertThat(busy.problem().code().code()).isEqualTo("db.job-running"));
        }
        assertThat(demonstration.overview().persons()).isEqualTo(200);

        Installation emptied = demonstration.reset(database.superuserSettings());

        assertThat(emptied.name()).isEqualTo(before.installation().name());
        assertThat(emptied.id()).isNotEqualTo(before.installation().id());
        Demonstration.Overview after = demonstration.overview();
        assertThat(after.persons()).isZero();
        assertThat(after.claims().claims()).isZero();
        assertThat(after.example()).isNull();
        assertThat(Migrations.version(database.handle())).contains(Migrations.NEWEST);
        load();
        assertThat(demonstration.overview().claims()).isEqualTo(before.claims());
    }

    private void load() {
        new CityLoader(database.database(), Progress.SILENT, problem -> problem.code()
                        .code())
                .load(folder, folder.resolve("rejects"));
    }

    @Test
    void isNeverProduction() {
        Handle handle = production.handle();
        Demonstration demonstration = new Demonstration(handle);
        assertThatThrownBy(() -> demonstration.reset(production.superuserSettings()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        unknown -> assertThat(unknown.problem().code().code()).isEqualTo("installation.not-set"));
        Installation declared = Installation.declare(handle, false, "青岛 production");

        assertThatThrownBy(() -> demonstration.reset(production.superuserSettings()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code().code()).isEqualTo("installation.mismatch"));

        assertThat(Installation.required(handle)).isEqualTo(declared);
    }
}
