package org.minsheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.load.LoadReport;
import org.minsheng.load.UndoService;
import org.minsheng.run.Progress;

/** A catalogue that changes: what is settled keeps its prices, what is open waits until it is priced anew. */
@Tag("database")
class RepriceServiceTest {
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 18);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private static SmallCity city;
    private static int persons;

    private final Handle handle = database.handle();

    @BeforeEach
    void priceAtFull() {
        if (city == null) {
            city = new SmallCity(handle);
        }
        persons++;
        city.employee(persons, "11", 0);
        catalogue(files(), "A");
    }

    private TextFiles files() {
        return new TextFiles(database.database(), folder);
    }

    private static LoadReport catalogue(TextFiles files, String itemClass) {
        return files.load(CatalogueFile.KIND, """
                catalogue_version,valid_from,class_b_self_first,item_code,name,kind,class
                2025,2025-01-01,0.1,X1,service,service,%s
                """.formatted(itemClass));
    }

    private void bill(String claimNo) {
        files().loadBill(claimNo, 1, SmallCity.residentId(persons), "11", "2025-03-18", "100.00");
    }

    @Test
    void pricesOpenBillsAnewAndLeavesSettledOnesAlone() {
        bill("P-1-settled");
        settle();
        bill("P-1-open");
        catalogue(files(), "B");
        assertThat(settle().held()).isEqualTo(1);
        assertThat(show("P-1-open").heldFor()).isEqualTo("claim.price-stale");

        RepriceService.Report report = reprice();

        assertThat(report).isEqualTo(new RepriceService.Report(1, 1, 1));
        assertThat(settle().settled()).isEqualTo(1);
        assertThat(settlement("P-1-open").selfFirst()).isEqualTo(1_000);
        assertThat(settlement("P-1-settled").selfFirst()).isZero();
        assertThat(new ClaimBook(handle).lines(show("P-1-settled")).get(0).inScope())
                .isEqualTo(10_000);
        assertThat(reprice()).as("nothing is left to price").isEqualTo(new RepriceService.Report(0, 0, 0));
    }

    /** The lines are priced while they are read; meanwhile the catalogue changes. */
    @Test
    void marksBillsStaleThatWerePricedBeforeAChange() {
        ClaimFiles before = ClaimFiles.read(handle);
        catalogue(files(), "B");
        String claim = TextFiles.claim("P-2", 1, SmallCity.residentId(persons), "11", "2025-03-18", "100.00");

        files().loadClaims(before, claim, TextFiles.line("P-2", 1, "2025-03-18", "100.00"));

        assertThat(settle().held()).isEqualTo(1);
        assertThat(show("P-2").heldFor()).isEqualTo("claim.price-stale");
        reprice();
        settle();
        assertThat(settlement("P-2").selfFirst()).isEqualTo(1_000);
    }

    @Test
    void givesABillThatIsTakenBackToItsFormerStateNoOutdatedPrice() {
        bill("P-4");
        LoadReport changed = changedBill("P-4");
        catalogue(files(), "B");

        undo(changed);

        assertThat(settle().held()).isEqualTo(1);
        assertThat(show("P-4").heldFor()).isEqualTo("claim.price-stale");
        reprice();
        settle();
        assertThat(settlement("P-4").selfFirst()).isEqualTo(1_000);
    }

    @Test
    void givesABillThatIsTakenBackItsPricesWhenTheCatalogueIsTheSame() {
        bill("P-5");
        undo(changedBill("P-5"));

        assertThat(settle().settled()).isEqualTo(1);
        assertThat(settlement("P-5").inScope()).isEqualTo(10_000);
    }

    @Test
    void marksBillsStaleOfTheDaysThatAVersionLeavesWhenItBeginsLater() {
        bill("P-6");

        files().load(CatalogueFile.KIND, """
                catalogue_version,valid_from,class_b_self_first,item_code,name,kind,class
                2025,2025-07-01,0.1,X1,service,service,A
                """);

        assertThat(settle().held()).isEqualTo(1);
        assertThat(show("P-6").heldFor()).isEqualTo("claim.price-stale");
        catalogue(files(), "A");
        reprice();
        settle();
    }

    /** Price limits go by the tier of the institution. */
    @Test
    void marksBillsStaleOfAnInstitutionThatChangesItsTier() {
        bill("P-7");
        tier(2);

        assertThat(settle().held()).isEqualTo(1);
        assertThat(show("P-7").heldFor()).isEqualTo("claim.price-stale");
        tier(1);
        reprice();
        settle();
    }

    /** Lines of an institution that nobody knew when they were priced. */
    @Test
    void marksBillsStaleThatWerePricedBeforeTheirInstitutionCame() {
        ClaimFiles before = ClaimFiles.read(handle);
        handle.execute("""
                INSERT INTO registry.institution (institution_code, name, division_code, tier, kind, designated_from,
                    run_id)
                SELECT 'H370202004', 'hospital 4', '370202', 3, 'hospital', '2020-01-01', max(run_id) FROM run.run""");
        String claim = TextFiles.claim("P-8", 4, SmallCity.residentId(persons), "11", "2025-03-18", "100.00");

        files().loadClaims(before, claim, TextFiles.line("P-8", 4, "2025-03-18", "100.00"));

        assertThat(settle().held()).isEqualTo(1);
        assertThat(show("P-8").heldFor()).isEqualTo("claim.price-stale");
        reprice();
        settle();
    }

    private LoadReport changedBill(String claimNo) {
        return files().loadBill(claimNo, 1, SmallCity.residentId(persons), "11", "2025-03-18", "120.00");
    }

    private void undo(LoadReport load) {
        ClaimFiles kinds = ClaimFiles.read(handle);
        new UndoService(handle, List.of(kinds.claims(), kinds.lines())).undo(load.runId(), "test");
    }

    private void tier(int tier) {
        handle.execute("UPDATE registry.institution SET tier = ? WHERE institution_code = 'H370202001'", tier);
    }

    @Test
    void keepsTheCatalogueFromChangingWhileBillsArePricedAnew() throws Exception {
        bill("P-3");
        catalogue(files(), "B");
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Database pricing = database.database().another();
                Database changing = database.database().another()) {
            Handle transaction = pricing.handle();
            transaction.begin();
            transaction.execute("SELECT changes FROM claim.catalogue_state FOR SHARE");
            Future<LoadReport> change = pool.submit(() -> catalogue(new TextFiles(changing, folder), "C"));
            LockWaits.await(handle);
            transaction.execute("UPDATE claim.open_claim SET pricing = 'priced' WHERE claim_no = 'P-3'");
            transaction.commit();
            assertThat(change.get(LockWaits.SECONDS_MAX, TimeUnit.SECONDS)
                            .files()
                            .get(0)
                            .changed())
                    .isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }

        assertThat(settle().held())
                .as("the change came after the prices and marked them")
                .isEqualTo(1);
        reprice();
        settle();
        assertThat(settlement("P-3").own()).isEqualTo(10_000);
    }

    private static RepriceService.Report reprice() {
        return new RepriceService(database.database(), Progress.SILENT).reprice();
    }

    private static SettleReport settle() {
        return new SettleService(database.database(), Progress.SILENT, () -> false).settle(MARCH);
    }

    private ClaimRecord show(String claimNo) {
        return new ClaimBook(handle).show(claimNo, null);
    }

    private StoredSettlement settlement(String claimNo) {
        return new ClaimBook(handle).settlement(show(claimNo)).orElseThrow();
    }
}
