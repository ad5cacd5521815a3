package org.minsheng.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.bureau.PersonMerge;
import org.minsheng.db.DbFailures;
import org.minsheng.db.DbProblem;
import org.minsheng.db.TestDatabase;
import org.minsheng.ledger.AccountFile;
import org.minsheng.load.LoadReport;
import org.minsheng.load.UndoService;
import org.minsheng.policy.Payer;
import org.minsheng.registry.EnrolmentFile;
import org.minsheng.registry.InstitutionFile;
import org.minsheng.registry.PersonMerger;
import org.minsheng.registry.PersonReference;
import org.minsheng.run.Progress;
import org.minsheng.run.RunLedger;
import org.minsheng.run.RunProblem;

/** What arrives between the stop of a run and its resume: either it is not seen, or it is refused until the run ended. */
@Tag("database")
class PinnedInputsTest {
    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 31);
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 31);
    private static final int PERSONS = 12;

    @RegisterExtension
    static final TestDatabase undisturbed = TestDatabase.migrated();

    @RegisterExtension
    static final TestDatabase disturbed = TestDatabase.migrated();

    private static final String ENROLMENTS = "resident_id,scheme,person_type,from_date,to_date\n";
    private static final String CATALOGUE =
            "catalogue_version,valid_from,class_b_self_first,item_code,name,kind,class\n";

    @TempDir
    private Path folder;

    private static final Map<TestDatabase, SmallCity> CITIES = new HashMap<>();
    private static int persons;

    @BeforeAll
    static void buildTheSameCityTwice() {
        for (TestDatabase database : List.of(undisturbed, disturbed)) {
            CITIES.put(database, new SmallCity(database.handle()));
            database.handle()
                    .execute("INSERT INTO claim.catalogue_version SELECT '2025', '2025-01-01', 1000, max(run_id)"
                            + " FROM run.run");
            database.handle().execute("""
                    INSERT INTO claim.catalogue_item (version, item_code, name, kind, class, run_id)
                    SELECT '2025', 'X1', 'service', 'service', 'A', max(run_id) FROM run.run""");
        }
    }

    /** Each test has its own persons, with one stay settled and one open. */
    @BeforeEach
    void openAStayOfEachPerson() {
        persons += PERSONS;
        for (TestDatabase database : List.of(undisturbed, disturbed)) {
            for (int number = 1; number <= PERSONS; number++) {
                CITIES.get(database).employee(persons + number, "11", 20_000);
            }
            loadStays(database, "OLD", 3, "2025-01-20", "900.00");
            settle(database, JANUARY, () -> false);
            loadStays(database, "NEW", 2, "2025-03-18", "2000.00");
        }
    }

    private void loadStays(TestDatabase database, String kind, int tier, String date, String amount) {
        StringBuilder claims = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= PERSONS; number++) {
            claims.append(TextFiles.claim(no(kind, number), tier, resident(number), "21", date, amount));
            lines.append(TextFiles.line(no(kind, number), tier, date, amount));
        }
        files(database).loadClaims(claims.toString(), lines.toString());
    }

    private static String resident(int number) {
        return SmallCity.residentId(persons + number);
    }

    private static String no(String kind, int number) {
        return kind + "-" + (persons + number);
    }

    @AfterEach
    void leaveNoRunBehind() {
        new RunLedger(disturbed.handle())
                .unfinished(SettleService.JOB)
                .ifPresent(run -> new RunLedger(disturbed.handle()).cancel(run.id()));
        settle(disturbed, MARCH, () -> false);
        settle(undisturbed, MARCH, () -> false);
    }

    @Test
    void doesNotSeeBillsAndCreditsThatArriveWhileItIsInterrupted() {
        settle(undisturbed, MARCH, () -> false);
        int stops = 0;
        while (settle(disturbed, MARCH, after(3)).stopped()) {
            stops++;
            String resident = resident(PERSONS - stops);
            files(disturbed).loadBill(no("LATE", stops), 1, resident, "21", "2025-02-0" + stops, "700.00");
            files(disturbed).load(AccountFile.KIND, """
                    resident_id,entry_date,kind,amount,reference
                    %s,2025-03-01,credit,500.00,late-%d
                    """.formatted(resident, stops));
        }

        assertThat(stops).as("interrupted in the midst").isGreaterThan(2);
        assertThat(stays(disturbed)).isEqualTo(stays(undisturbed));
        assertThat(settle(disturbed, MARCH, () -> false).settled())
                .as("what arrived is the next run's")
                .isEqualTo(stops);
        assertThat(settlement(no("LATE", 1)).payers()).as("with the credit").containsEntry(Payer.CASH, 0L);
    }

    @Test
    void doesNotSeeAReversalThatIsWrittenWhileItIsInterrupted() {
        settle(disturbed, MARCH, after(2));
        RunLedger ledger = new RunLedger(disturbed.handle());
        long reversing = ledger.begin("claim reverse", MARCH, Map.of());
        disturbed.handle().execute("""
                INSERT INTO claim.settlement
                SELECT claim_id, person_id, ?, -medfee_sumamt, -fulamt_ownpay_amt, -overlmt_selfpay, -preselfpay_amt,
                    -inscp_scp_amt, -act_pay_dedc, -hifp_pay, 0, 0, 0, 0, 0, 0, 0, 0, -acct_pay, 0, -psn_cash_pay,
                    institution_id, decided_on, year, 2, bucket, pack_no, tier, engine_version, outcome, scheme,
                    treatment, replace(counters, '=', '=-'), trail, person_type
                FROM claim.settlement WHERE claim_id = (SELECT claim_id FROM claim.claim WHERE claim_no = ?)""", reversing, no("OLD", PERSONS));
        ledger.end(reversing, 1, Map.of());

        settle(disturbed, MARCH, () -> false);

        assertThat(settlement(no("NEW", PERSONS)).deductible())
                .as("half of 500: when the run began this was the second stay")
                .isEqualTo(25_000);
    }

    @Test
    void refusesEnrolmentsUntilTheRunHasEnded() {
        settle(disturbed, MARCH, after(2));
        String spells = ENROLMENTS + resident(PERSONS) + ",310,12,2020-01-01,\n";

        refuses(() -> files(disturbed).load(EnrolmentFile.KIND, spells));

        settle(disturbed, MARCH, () -> false);
        settle(undisturbed, MARCH, () -> false);
        assertThat(stays(disturbed)).isEqualTo(stays(undisturbed));
        assertThat(files(disturbed)
                        .load(EnrolmentFile.KIND, spells)
                        .files()
                        .get(0)
                        .changed())
                .isEqualTo(1);
    }

    @Test
    void takesAnImportThatChangesNothingAndItsUndoWhileARunIsUnfinished() {
        files(disturbed).loadBill(no("SAME", 1), 1, resident(PERSONS), "11", "2025-03-18", "10.00");
        settle(disturbed, MARCH, after(2));

        List<LoadReport> nothing = List.of(
                files(disturbed).load(EnrolmentFile.KIND, ENROLMENTS + resident(PERSONS) + ",310,11,2020-01-01,\n"),
                files(disturbed).load(CatalogueFile.KIND, CATALOGUE + "2025,2025-01-01,0.1,X1,service,service,A\n"),
                // the same bill in other bytes
                files(disturbed).loadBill(no("SAME", 1), 1, resident(PERSONS), "11", "2025-03-18", "10.0"));

        assertThat(nothing).allSatisfy(load -> {
            assertThat(load.files()).allMatch(file -> file.read() == file.unchanged());
            undo(load);
        });
    }

    @Test
    void takesPricesOfDaysOnWhichNoOpenClaimEndedWhileARunIsUnfinished() {
        settle(disturbed, MARCH, after(2));

        LoadReport load =
                files(disturbed).load(CatalogueFile.KIND, CATALOGUE + "2026,2026-01-01,0.1,X1,service,service,A\n");

        assertThat(load.files().get(0).inserted()).isEqualTo(1);
        assertThat(new RepriceService(disturbed.database(), Progress.SILENT)
                        .reprice()
                        .claims())
                .isZero();
        settle(disturbed, MARCH, () -> false);
        undo(load);
    }

    @Test
    void refusesAnotherTierUntilTheRunHasEndedButNotAnotherName() {
        settle(disturbed, MARCH, after(2));
        String institution = """
                institution_code,name,credit_code,division_code,tier,kind,designated_from,designated_to
                H370202002,%s,,370202,%d,hospital,2020-01-01,
                """;

        refuses(() -> files(disturbed).load(InstitutionFile.KIND, institution.formatted("hospital 2", 1)));
        assertThat(files(disturbed)
                        .load(InstitutionFile.KIND, institution.formatted("renamed", 2))
                        .files()
                        .get(0)
                        .changed())
                .isEqualTo(1);

        settle(disturbed, MARCH, () -> false);
        assertThat(files(disturbed)
                        .load(InstitutionFile.KIND, institution.formatted("renamed", 1))
                        .files()
                        .get(0)
                        .changed())
                .isEqualTo(1);
    }

    @Test
    void refusesPricesUntilTheRunHasEnded() {
        disturbed
                .handle()
                .execute("UPDATE claim.open_claim SET pricing = 'stale' WHERE claim_no = ?", no("NEW", PERSONS));
        RepriceService pricing = new RepriceService(disturbed.database(), Progress.SILENT);
        settle(disturbed, MARCH, after(2));

        refuses(() ->
                files(disturbed).load(CatalogueFile.KIND, CATALOGUE + "2025,2025-01-01,0.1,X1,service,service,B\n"));
        refuses(pricing::reprice);

        settle(disturbed, MARCH, () -> false);
        assertThat(pricing.reprice().claims()).isEqualTo(1);
    }

    @Test
    void refusesToChangeOrTakeBackABillUntilTheRunHasEnded() {
        LoadReport load = files(disturbed).loadBill(no("BACK", 1), 1, resident(PERSONS), "11", "2025-03-18", "10.00");
        settle(disturbed, MARCH, after(2));

        refuses(() ->
                files(disturbed).loadBill(no("NEW", PERSONS), 2, resident(PERSONS), "21", "2025-03-18", "2100.00"));
        refuses(() -> undo(load));
    }

    /** A bucket that commits while the catalogue is taken back would be settled at prices of none. */
    @Test
    void refusesToTakeBackACatalogueUntilTheRunHasEndedEvenWhenNoOpenClaimHasItsPrices() {
        LoadReport load =
                files(disturbed).load(CatalogueFile.KIND, CATALOGUE + "2027,2027-01-01,0.1,X1,service,service,A\n");
        settle(disturbed, MARCH, () -> false);
        new RunLedger(disturbed.handle()).begin(SettleService.JOB, MARCH, Map.of());
        assertThat(disturbed
                        .handle()
                        .createQuery("SELECT count(*) FROM claim.open_claim")
                        .mapTo(Long.class)
                        .one())
                .isZero();

        refuses(() -> undo(load));
    }

    @Test
    void refusesToMergeAnInsuredPersonUntilTheRunHasEnded() {
        CITIES.get(disturbed).enrol(CITIES.get(disturbed).person(999), "390", "21");
        CITIES.get(disturbed).person(998);
        settle(disturbed, MARCH, after(2));

        refuses(() -> merge(SmallCity.residentId(999)));
        assertThat(merge(SmallCity.residentId(998)).enrolments())
                .as("who was insured nowhere brings nothing that settling reads")
                .isZero();
    }

    private static PersonMerger.Merger merge(String resident) {
        return new PersonMerge(disturbed.handle())
                .merge(PersonReference.of(resident), PersonReference.of(resident(PERSONS)), "same person");
    }

    @Test
    void doesNotGoOnWithARunThatWasGivenUp() {
        long run = settle(disturbed, MARCH, after(2)).runId();
        new RunLedger(disturbed.handle()).cancel(run);
        files(disturbed).load(EnrolmentFile.KIND, ENROLMENTS + resident(PERSONS) + ",310,12,2020-01-01,\n");

        assertThatThrownBy(() -> service(disturbed, () -> false).resume(run))
                .hasMessageContaining(RunProblem.RUN_WRONG_STATE.code());
        SettleReport next = settle(disturbed, MARCH, () -> false);
        assertThat(next.runId()).isGreaterThan(run);
        assertThat(next.settled()).isEqualTo(PERSONS - 2);
    }

    private static void refuses(ThrowingCallable change) {
        assertThatThrownBy(change).satisfies(failure -> {
            assertThat(DbFailures.problemOf(failure).code()).isEqualTo(DbProblem.INPUTS_PINNED);
            assertThat(DbFailures.problemOf(failure).facts()).containsEntry("job", "claim settle");
        });
    }

    private static void undo(LoadReport load) {
        ClaimFiles kinds = ClaimFiles.unpriced();
        new UndoService(
                        disturbed.handle(),
                        List.of(kinds.claims(), kinds.lines(), EnrolmentFile.KIND, CatalogueFile.KIND))
                .undo(load.runId(), "test");
    }

    /** Stops before the bucket after so many. */
    private static BooleanSupplier after(int buckets) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.incrementAndGet() > buckets;
    }

    private TextFiles files(TestDatabase database) {
        return new TextFiles(database.database(), folder);
    }

    private static SettleService service(TestDatabase database, BooleanSupplier stop) {
        return new SettleService(database.database(), Progress.SILENT, stop);
    }

    private static SettleReport settle(TestDatabase database, LocalDate asOf, BooleanSupplier stop) {
        return service(database, stop).settle(asOf);
    }

    /** The settlements of this test's open stays, as they stand in the digest. */
    private static List<String> stays(TestDatabase database) {
        return database.handle()
                .createQuery("""
                        SELECT concat_ws(' ', claim_no, settlement_no, decided_on, outcome, person_type, act_pay_dedc,
                            hifp_pay, acct_pay, psn_cash_pay, counters, settlement.trail)
                        FROM claim.settlement JOIN claim.claim USING (year, claim_id, person_id)
                        WHERE claim_no ~ '^NEW-' AND person_id IN (
                            SELECT person_id FROM registry.person WHERE resident_id = ANY (:residents))
                        ORDER BY claim_no""")
                .bindArray("residents", String.class, (Object[]) IntStream.rangeClosed(1, PERSONS)
                        .mapToObj(PinnedInputsTest::resident)
                        .toArray(String[]::new))
                .mapTo(String.class)
                .list();
    }

    private StoredSettlement settlement(String claimNo) {
        Handle handle = disturbed.handle();
        ClaimBook book = new ClaimBook(handle);
        return book.settlement(book.show(claimNo, null)).orElseThrow();
    }
}
