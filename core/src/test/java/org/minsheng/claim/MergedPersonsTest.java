package org.minsheng.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.bureau.PersonMerge;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.load.LoadReport;
import org.minsheng.policy.Payer;
import org.minsheng.registry.PersonReference;
import org.minsheng.run.Progress;

/** Two records of one person, in two buckets, become one: what was used before counts, and nothing of it moves. */
@Tag("database")
class MergedPersonsTest {
    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 20);
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 18);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private static SmallCity city;

    private final Handle handle = database.handle();

    @BeforeAll
    static void buildCity() {
        city = new SmallCity(database.handle());
        database.handle()
                .execute("INSERT INTO claim.catalogue_version SELECT '2025', '2025-01-01', 1000, max(run_id)"
                        + " FROM run.run");
        database.handle().execute("""
                INSERT INTO claim.catalogue_item (version, item_code, name, kind, class, run_id)
                SELECT '2025', 'X1', 'service', 'service', 'A', max(run_id) FROM run.run""");
    }

    @Test
    void countsTheStaysOfTheRecordThatStaysForBillsUnderTheFormerNumber() {
        long stays = city.employee(1, "11", 0);
        city.employee(101, "11", 0);
        city.claim("M-1-first", stays, 3, "21", JANUARY, 1_000_000);
        settle();

        merge(101, 1);
        new TextFiles(database.database(), folder)
                .loadBill("M-1-second", 3, SmallCity.residentId(101), "21", "2025-03-18", "10000.00");
        settle();

        assertThat(settlement("M-1-second").deductible())
                .as("the second stay of the year: half of 800")
                .isEqualTo(40_000);
        assertThat(handle.createQuery("SELECT DISTINCT bucket FROM claim.settlement WHERE person_id = ?")
                        .bind(0, stays)
                        .mapTo(Integer.class)
                        .list())
                .containsExactly(1);
    }

    @Test
    void settlesOpenBillsOfTheRecordThatStaysByTheSpellsItTakesOver() {
        long stays = city.person(2);
        city.employee(102, "11", 0);
        city.claim("M-2", stays, 3, "21", MARCH, 1_000_000);

        merge(102, 2);
        settle();

        assertThat(settlement("M-2").outcome()).isEqualTo("settled");
        assertThat(settlement("M-2").payers()).containsEntry(Payer.HIFP, 809_600L);
    }

    /** Settlements never move, nor do bills that are open: such a record must be the one that stays. */
    @Test
    void keepsARecordWithBillsSettledOrOpen() {
        long settled = city.employee(3, "11", 0);
        long open = city.employee(103, "11", 0);
        city.claim("M-3-settled", settled, 3, "21", JANUARY, 1_000_000);
        settle();
        city.claim("M-3-open", open, 3, "21", MARCH, 1_000_000);

        assertThatThrownBy(() -> merge(3, 103))
                .hasMessageContaining("person.has-claims")
                .hasMessageContaining("M-3-settled");
        assertThatThrownBy(() -> merge(103, 3))
                .hasMessageContaining("person.has-claims")
                .hasMessageContaining("M-3-open");
        settle();
        assertThat(settlement("M-3-open").deductible())
                .as("a first stay of its own")
                .isEqualTo(80_000);
    }

    /** The bill's person is found, then merged away before the bill is written. */
    @Test
    void leavesNoBillWithARecordThatIsMergedAwayWhileItIsLoaded() throws Exception {
        long stays = city.employee(4, "11", 0);
        city.employee(104, "11", 0);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Database catalogue = database.database().another();
                Database loading = database.database().another()) {
            Handle holder = catalogue.handle();
            holder.begin();
            // A load stops here between its checks and its first row.
            holder.execute("SELECT changes FROM claim.catalogue_state FOR UPDATE");
            Future<LoadReport> load = pool.submit(() -> bill(loading));
            LockWaits.await(handle);
            merge(104, 4);
            holder.rollback();

            assertThatThrownBy(() -> load.get(LockWaits.SECONDS_MAX, TimeUnit.SECONDS))
                    .rootCause()
                    .hasMessageContaining("was merged into another record");
        } finally {
            pool.shutdownNow();
        }
        bill(database.database());
        settle();
        assertThat(handle.createQuery("SELECT person_id FROM claim.claim WHERE claim_no = 'M-4'")
                        .mapTo(Long.class)
                        .list())
                .containsExactly(stays);
    }

    private LoadReport bill(Database on) {
        return new TextFiles(on, folder).loadBill("M-4", 3, SmallCity.residentId(104), "21", "2025-03-18", "100.00");
    }

    private void merge(int from, int into) {
        new PersonMerge(handle)
                .merge(
                        PersonReference.of(SmallCity.residentId(from)),
                        PersonReference.of(SmallCity.residentId(into)),
                        "registered twice");
    }

    private static void settle() {
        new SettleService(database.database(), Progress.SILENT, () -> false).settle(MARCH);
    }

    private StoredSettlement settlement(String claimNo) {
        ClaimBook book = new ClaimBook(handle);
        return book.settlement(book.show(claimNo, null)).orElseThrow();
    }
}
