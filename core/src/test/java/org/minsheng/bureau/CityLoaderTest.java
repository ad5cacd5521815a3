package org.minsheng.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.base.ProblemException;
import org.minsheng.bureau.city.CityGenerator;
import org.minsheng.bureau.city.CityManifest;
import org.minsheng.bureau.city.CityPlan;
import org.minsheng.bureau.city.CityProblem;
import org.minsheng.claim.SettleReport;
import org.minsheng.claim.SettleService;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.db.TestPostgres;
import org.minsheng.load.BulkLoader;
import org.minsheng.load.LoadFile;
import org.minsheng.load.LoadRequest;
import org.minsheng.load.Source;
import org.minsheng.registry.InstitutionFile;
import org.minsheng.registry.PersonFile;
import org.minsheng.run.Installation;
import org.minsheng.run.Progress;

@Tag("database")
class CityLoaderTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private CityManifest city(int people) {
        return new CityGenerator(new CityPlan(people, 7, 2025)).writeTo(folder, Progress.SILENT);
    }

    private CityLoader.Report load(Database into) {
        return new CityLoader(into, Progress.SILENT, problem -> problem.code().code())
                .load(folder, folder.resolve("rejects"));
    }

    @Test
    void makesAnEmptyDatabaseADemonstrationThatCanBeSettled() {
        CityManifest manifest = city(300);

        CityLoader.Report first = load(database.database());

        assertThat(first.preparation().installation().demonstration()).isTrue();
        assertThat(first.preparation().businessDate()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(first.preparation().activated())
                .extracting(pack -> pack.id())
                .contains("qingdao-demo");
        assertThat(first.files())
                .extracting(CityLoader.Loaded::name)
                .containsExactly(
                        "institutions.csv",
                        "companies.csv",
                        "catalogue.csv",
                        "persons.csv",
                        "employments.csv",
                        "enrolments.csv",
                        "accounts.csv",
                        "claims.csv",
                        "claim-lines.csv");
        assertThat(first.files()).allSatisfy(file -> {
            CityManifest.FileEntry promised = manifest.file(file.name());
            assertThat(file.inserted()).isEqualTo(promised.good());
            assertThat(file.rejected()).isEqualTo(promised.bad());
            assertThat(file.rejects() != null).isEqualTo(promised.bad() > 0);
        });

        CityLoader.Report again = load(database.database());

        assertThat(again.rejectedNow()).isZero();
        assertThat(again.preparation().activated()).isEmpty();
        assertThat(again.files()).allMatch(CityLoader.Loaded::before);
        assertThat(again.files())
                .extracting(CityLoader.Loaded::runId, CityLoader.Loaded::inserted, CityLoader.Loaded::rejects)
                .containsExactlyElementsOf(first.files().stream()
                        .map(file -> tuple(file.runId(), file.inserted(), file.rejects()))
                        .toList());

        SettleReport settled = new SettleService(database.database(), Progress.SILENT, () -> false)
                .settle(first.preparation().businessDate());
        assertThat(settled.settled()).isPositive();
        assertThat(settled.held()).isZero();
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        city(200);
        ConnectionSettings settings = TestPostgres.shared().createDatabase();
        try (Database other = new Database(settings)) {
            Installation.declare(other.handle(), true, "half loaded");
            BulkLoader loader = new BulkLoader(
                    other, Progress.SILENT, problem -> problem.code().code());
            for (LoadFile file : List.of(
                    LoadFile.of(InstitutionFile.KIND, source("institutions.csv")),
                    LoadFile.of(PersonFile.KIND, source("persons.csv")))) {
                loader.load(LoadRequest.of(file).rejectsIn(folder.resolve("rejects")));
                file.source().close();
            }

            CityLoader.Report report = load(other);

            assertThat(report.files())
                    .filteredOn(CityLoader.Loaded::before)
                    .extracting(CityLoader.Loaded::name)
                    .containsExactly("institutions.csv", "persons.csv");
            assertThat(report.preparation().installation().name()).isEqualTo("half loaded");
        } finally {
            assertThat(TestPostgres.shared().dropDatabase(settings.database())).isEmpty();
        }
    }

    @Test
    void stopsInTheMiddleAndSaysWhatIsLoaded() {
        city(200);
        ConnectionSettings settings = TestPostgres.shared().createDatabase();
        try (Database other = new Database(settings)) {
            StopAtStage third = new StopAtStage("load.merge", 3);
            CityLoader stopped =
                    new CityLoader(other, third, problem -> problem.code().code()).stoppedBy(third::reached);

            assertThatThrownBy(() -> stopped.load(folder, folder.resolve("rejects")))
                    .isInstanceOfSatisfying(ProblemException.class, stop -> {
                        assertThat(stop.problem().code()).isEqualTo(CityProblem.INTERRUPTED);
                        assertThat(stop.problem().facts())
                                .containsEntry("loaded", 2)
                                .containsEntry("files", "institutions.csv, companies.csv");
                    });

            assertThat(load(other).files())
                    .filteredOn(CityLoader.Loaded::before)
                    .extracting(CityLoader.Loaded::name)
                    .containsExactly("institutions.csv", "companies.csv");
        } finally {
            assertThat(TestPostgres.shared().dropDatabase(settings.database())).isEmpty();
        }
    }

    @Test
    void loadsNothingOnceItIsToldToStop() {
        city(200);
        ConnectionSettings settings = TestPostgres.shared().createDatabase();
        try (Database other = new Database(settings)) {
            CityLoader stopped = new CityLoader(
                            other, Progress.SILENT, problem -> problem.code().code())
                    .stoppedBy(() -> true);

            assertThatThrownBy(() -> stopped.load(folder, folder.resolve("rejects")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            stop -> assertThat(stop.problem().facts()).containsEntry("files", "–"));
        } finally {
            assertThat(TestPostgres.shared().dropDatabase(settings.database())).isEmpty();
        }
    }

    /** Wants a stop as soon as a stage begins for the so-manyth time. */
    private static final class StopAtStage implements Progress {
        private final String stage;
        private final AtomicInteger left;

        StopAtStage(String stage, int time) {
            this.stage = stage;
            this.left = new AtomicInteger(time);
        }

        boolean reached() {
            return left.get() <= 0;
        }

        @Override
        public void stage(String name, long total) {
            if (name.equals(stage)) {
                left.decrementAndGet();
            }
        }

        @Override
        public void advance(long done) {}

        @Override
        public void finish() {}
    }

    private Source source(String file) {
        return Source.open(folder.resolve(file).toString(), null, Source.Wishes.NONE);
    }

    @Test
    void refusesProductionAndAFolderWithoutACity() {
        city(200);
        ConnectionSettings settings = TestPostgres.shared().createDatabase();
        try (Database production = new Database(settings)) {
            Installation.declare(production.handle(), false, "青岛 production");

            assertThatThrownBy(() -> load(production))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                                    refused.problem().code().code())
                            .isEqualTo("installation.mismatch"));
            assertThat(production
                            .handle()
                            .createQuery("SELECT count(*) FROM run.run")
                            .mapTo(Long.class)
                            .one())
                    .isZero();
        } finally {
            assertThat(TestPostgres.shared().dropDatabase(settings.database())).isEmpty();
        }
        CityLoader loader = new CityLoader(
                database.database(), Progress.SILENT, problem -> problem.code().code());
        assertThatThrownBy(() -> loader.load(folder.resolve("rejects"), folder))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        missing -> assertThat(missing.problem().code().code()).isEqualTo("city.manifest-missing"));
    }
}
