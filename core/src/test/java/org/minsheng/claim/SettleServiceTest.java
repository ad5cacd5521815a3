package org.minsheng.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.base.ProblemException;
import org.minsheng.db.Database;
import org.minsheng.db.DbProblem;
import org.minsheng.db.Locks;
import org.minsheng.db.TestDatabase;
import org.minsheng.policy.Payer;
import org.minsheng.run.Progress;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;

@Tag("database")
class SettleServiceTest {
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 18);
    private static final LocalDate YEAR_END = LocalDate.of(2025, 12, 31);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static SmallCity city;

    @BeforeAll
    static void buildCity() {
        city = new SmallCity(database.handle());
    }

    /** Tier 3, employee in work: 800 to bear, then 88 % of the rest; the account first, then cash. */
    @Test
    void settlesAnInpatientStayOfTierThree() {
        city.claim("C-1", city.employee(1, "11", 190_000), 3, "21", MARCH, 2_000_000);

        settle(MARCH);

        StoredSettlement settled = settlement("C-1");
        assertThat(settled.deductible()).isEqualTo(80_000);
        assertThat(settled.payers()).containsEntry(Payer.HIFP, 1_689_600L).containsEntry(Payer.ACCT, 190_000L);
        assertThat(settled.payers()).containsEntry(Payer.CASH, 2_000_000L - 1_689_600 - 190_000);
    }

    @Test
    void settlesTheSecondStayWithHalfTheDeductibleWhicheverClaimWasLoadedFirst() {
        long person = city.employee(2, "11", 0);
        city.claim("C-2-second", person, 3, "21", MARCH.plusDays(9), 1_000_000);
        city.claim("C-2-first", person, 3, "21", MARCH, 1_000_000);

        settle(YEAR_END);

        assertThat(settlement("C-2-first").deductible()).isEqualTo(80_000);
        assertThat(settlement("C-2-second").deductible()).isEqualTo(40_000);
    }

    @Test
    void countsWhatEarlierRunsSettled() {
        long person = city.employee(3, "11", 30_000);
        city.claim("C-3-first", person, 3, "21", MARCH, 1_000_000);
        settle(MARCH);
        city.claim("C-3-late", person, 2, "21", MARCH.minusDays(30), 1_000_000);

        settle(YEAR_END);

        assertThat(settlement("C-3-late").deductible())
                .as("half of tier 2's 500, for it came second")
                .isEqualTo(25_000);
        assertThat(settlement("C-3-first").payers()).containsEntry(Payer.ACCT, 30_000L);
        assertThat(settlement("C-3-late").payers()).as("the account is spent").containsEntry(Payer.ACCT, 0L);
        assertThat(balance(person)).isZero();
    }

    /** Of one day: the institution's code decides, then the claim's number; the account of 70.00 shows who came first. */
    @Test
    void settlesClaimsOfOneDayByInstitutionAndNumber() {
        long person = city.employee(20, "11", 7_000);
        city.claim("C-20-b", person, 2, "11", MARCH, 10_000);
        city.claim("C-20-z", person, 1, "11", MARCH, 10_000);
        city.claim("C-20-a", person, 2, "11", MARCH, 10_000);

        settle(YEAR_END);

        assertThat(settlement("C-20-z").payers()).containsEntry(Payer.ACCT, 2_000L);
        assertThat(settlement("C-20-a").payers()).containsEntry(Payer.ACCT, 3_000L);
        assertThat(settlement("C-20-b").payers()).containsEntry(Payer.ACCT, 2_000L);
    }

    /** 250,000 a year: the late bill of January finds what March left; March stays as it was. */
    @Test
    void settlesALateClaimOnWhatIsStillOpenAndLeavesEarlierSettlementsAlone() {
        long person = city.person(21);
        city.enrol(person, "390", "14");
        String march = "2025-03-18,35000000,0,0,0,35000000";
        city.claim("C-21-march", person, 3, "390", "21", MARCH, MARCH, 35_000_000, march, "priced");
        settle(YEAR_END);
        StoredSettlement before = settlement("C-21-march");
        LocalDate january = LocalDate.of(2025, 1, 10);
        String late = "2025-01-10,2000000,0,0,0,2000000";
        city.claim("C-21-late", person, 3, "390", "21", january, january, 2_000_000, late, "priced");

        settle(YEAR_END);

        // 349,200 x 70 % = 244,440: 5,560 are left of the ceiling, and 19,200 x 70 % would be 13,440
        assertThat(before.payers()).containsEntry(Payer.HIFP, 24_444_000L);
        assertThat(settlement("C-21-late").payers()).containsEntry(Payer.HIFP, 556_000L);
        assertThat(settlement("C-21-march")).isEqualTo(before);
    }

    /** The night of January comes after that of March: what March drew from the account is gone all the same. */
    @Test
    void neverOverdrawsAnAccountWhenAnEarlierDateIsSettledLate() {
        long person = city.employee(22, "11", 3_000);
        city.claim("C-22-march", person, 1, "11", MARCH, 10_000);
        settle(YEAR_END);
        LocalDate january = LocalDate.of(2025, 1, 10);
        city.claim("C-22-january", person, 1, "11", january, 10_000);

        settle(january);

        assertThat(settlement("C-22-march").payers()).containsEntry(Payer.ACCT, 2_000L);
        assertThat(settlement("C-22-january").payers()).containsEntry(Payer.ACCT, 1_000L);
        assertThat(balance(person)).isZero();
    }

    @Test
    void leavesLaterTreatmentsToALaterNight() {
        city.claim("C-4", city.employee(4, "11", 0), 1, "11", MARCH.plusDays(1), 10_000);

        settle(MARCH);

        assertThat(new ClaimBook(database.handle()).show("C-4", null).state()).isEqualTo("open");
        settle(YEAR_END);
        assertThat(new ClaimBook(database.handle()).show("C-4", null).state()).isEqualTo("settled");
    }

    @Test
    void paysNothingForWhomNobodyInsures() {
        city.claim("C-5", city.person(5), 1, "21", MARCH, 10_000);

        settle(YEAR_END);

        assertThat(settlement("C-5").outcome()).isEqualTo("not_covered");
        assertThat(settlement("C-5").payers()).containsEntry(Payer.CASH, 10_000L);
    }

    @Test
    void holdsWhatItCannotDecideAndThePersonsLaterClaimsWithIt() {
        long person = city.employee(6, "11", 0);
        city.claim("C-6-first", person, 1, "21", MARCH, 10_000, "no_catalogue");
        city.claim("C-6-later", person, 1, "21", MARCH.plusDays(1), 10_000);

        SettleReport report = settle(YEAR_END);

        assertThat(report.held()).isEqualTo(2);
        assertThat(new ClaimBook(database.handle()).show("C-6-first", null).heldFor())
                .isEqualTo("claim.no-catalogue");
        assertThat(new ClaimBook(database.handle()).show("C-6-later", null).heldFor())
                .isEqualTo("claim.earlier-held");
        database.handle().execute("UPDATE claim.open_claim SET pricing = 'priced' WHERE claim_no = 'C-6-first'");
        assertThat(settle(YEAR_END).held()).isZero();
        assertThat(settlement("C-6-later").deductible()).isEqualTo(10_000);
    }

    @Test
    void holdsWhatNoActivePolicyCovers() {
        city.claim("C-7", city.employee(7, "11", 0), 1, "21", LocalDate.of(2024, 5, 1), 10_000);

        settle(YEAR_END);

        assertThat(new ClaimBook(database.handle()).show("C-7", null).heldFor()).isEqualTo("claim.no-policy");
        database.handle().execute("DELETE FROM claim.hold");
        database.handle().execute("DELETE FROM claim.open_claim WHERE claim_no = 'C-7'");
    }

    @Test
    void settlesEachSchemeByItsOwnPack() {
        city.activate("tengzhou-ltc-demo");
        long person = city.employee(16, "11", 0);
        city.enrol(person, "410", "11");
        city.claim("C-16-ill", person, 3, "21", MARCH, 2_000_000);
        String days = "2025-03-17,10000,0,0,0,10000;2025-03-18,4000,0,0,0,4000";
        city.claim("C-16-care", person, 1, "410", "L2", MARCH.minusDays(1), MARCH, 14_000, days, "priced");

        settle(YEAR_END);

        assertThat(settlement("C-16-ill").payers()).containsEntry(Payer.HIFP, 1_689_600L);
        assertThat(settlement("C-16-care").payers())
                .as("a care home pays at most 60 a day: 60 + 75 % of 40")
                .containsEntry(Payer.OTH, 9_000L);
    }

    /** A bill of the new year for days of the old one finds what was paid for those days. */
    @Test
    void keepsADailyCeilingAcrossTheTurnOfTheYear() {
        city.activate("tengzhou-ltc-demo");
        long person = city.person(17);
        city.enrol(person, "410", "11");
        LocalDate lastDay = LocalDate.of(2024, 12, 31);
        LocalDate newYear = LocalDate.of(2025, 1, 2);
        city.claim("C-17-old", person, 1, "410", "L2", lastDay, lastDay, 4_000, "2024-12-31,4000,0,0,0,4000", "priced");
        settle(newYear);
        String days = "2024-12-31,10000,0,0,0,10000;2025-01-02,10000,0,0,0,10000";
        city.claim("C-17-new", person, 1, "410", "L2", lastDay, newYear, 20_000, days, "priced");

        settle(newYear);

        assertThat(settlement("C-17-old").payers()).containsEntry(Payer.OTH, 3_000L);
        assertThat(settlement("C-17-new").payers())
                .as("30 were left of the old day, 60 of the new")
                .containsEntry(Payer.OTH, 9_000L);
    }

    @Test
    void holdsASchemeWithoutAPackThoughAnotherHasOne() {
        long person = city.employee(18, "11", 0);
        city.enrol(person, "510", "11");
        city.claim("C-18", person, 1, "510", "52", MARCH, MARCH, 100, "2025-03-18,100,0,0,0,100", "priced");

        settle(YEAR_END);

        assertThat(new ClaimBook(database.handle()).show("C-18", null).heldFor())
                .isEqualTo("claim.no-policy");
        assertThat(database.handle()
                        .createQuery("SELECT facts ->> 'scheme' FROM claim.hold JOIN claim.claim USING (year, claim_id)"
                                + " WHERE claim_no = 'C-18'")
                        .mapTo(String.class)
                        .one())
                .isEqualTo("510");
        database.handle().execute("DELETE FROM claim.hold");
        database.handle().execute("DELETE FROM claim.open_claim WHERE claim_no = 'C-18'");
    }

    /** The pack of scheme 340 here is dated by admission: pack, year and ceiling are those of the day it began. */
    @Test
    void decidesByTheAdmissionWhereThePackSaysSo() {
        PolicyShelf shelf = new PolicyShelf(database.handle());
        for (int year = 2024; year <= 2025; year++) {
            shelf.importPack("""
                pack: {id: admission, version: "%1$d", status: unverified, valid_from: %1$d-01-01, valid_to: %1$d-12-31,
                  dated_by: admission}
                facts:
                  scheme: {cadres: "340"}
                stages:
                - {id: pool, op: share, payer: hifp, ratio: %2$s, cap: {amount: 50, window: year}, article: "19"}
                examples:
                - {id: e, facts: {scheme: cadres}, date: %1$d-05-05, bill: {in_scope: 10}, expect: {hifp: %3$s}}
                """.formatted(year, year == 2024 ? "1" : "0.5", year == 2024 ? "10" : "5"));
            shelf.activate("admission", Integer.toString(year));
        }
        long person = city.person(19);
        city.enrol(person, "340", "13");
        LocalDate admitted = LocalDate.of(2024, 12, 30);
        LocalDate discharged = LocalDate.of(2025, 1, 4);
        String slices = "2024-12-30,6000,0,0,0,6000";
        city.claim("C-19-across", person, 1, "340", "21", admitted, discharged, 6_000, slices, "priced");
        city.claim("C-19-new", person, 1, "340", "21", discharged, discharged, 6_000, slices, "priced");

        settle(YEAR_END);

        assertThat(settlement("C-19-across").payers())
                .as("2024's ratio and ceiling")
                .containsEntry(Payer.HIFP, 5_000L);
        assertThat(settlement("C-19-across").decidedOn()).isEqualTo(admitted);
        assertThat(settlement("C-19-new").payers()).as("2025's").containsEntry(Payer.HIFP, 3_000L);
    }

    @Test
    void settlesNothingWhenNothingIsOpen() {
        settle(YEAR_END);

        SettleReport report = settle(YEAR_END);

        assertThat(report.settled() + report.notCovered() + report.held()).isZero();
        assertThat(report.stopped()).isFalse();
    }

    @Test
    void balancesSubLedgerAndLedger() {
        city.claim("C-8", city.employee(8, "12", 5_000), 2, "11", MARCH, 20_000);

        settle(YEAR_END);

        assertThat(sum("SELECT sum(amount) FROM ledger.transfer"))
                .isEqualTo(sum("SELECT sum(medfee_sumamt - psn_cash_pay - hosp_part_amt) FROM claim.settlement"));
        assertThat(sum("SELECT -sum(amount) FROM ledger.account_entry WHERE kind = 'claim'"))
                .isEqualTo(sum("SELECT sum(acct_pay) FROM claim.settlement"));
    }

    @Test
    void turnsASecondSettleAtOnceAwayAtTheDoor() {
        try (Database other = database.database().another();
                Locks.Held door = Locks.door(other.handle(), SettleService.JOB)) {
            assertThatThrownBy(() -> settle(YEAR_END)).isInstanceOfSatisfying(ProblemException.class, failure -> {
                assertThat(failure.problem().code()).isEqualTo(DbProblem.JOB_RUNNING);
                assertThat(failure.problem().facts().get("holder").toString()).contains("minsheng");
            });
        }
    }

    @Test
    void stopsBetweenBucketsAndGoesOnWithWhatItPinned() {
        city.claim("C-10-a", city.employee(10, "11", 0), 1, "11", MARCH, 10_000);
        city.claim("C-10-b", city.employee(11, "11", 0), 1, "11", MARCH, 10_000);
        long arriving = city.employee(12, "11", 0);
        SettleReport stopped = new SettleService(database.database(), Progress.SILENT, () -> true).settle(YEAR_END);
        assertThat(stopped.stopped()).isTrue();
        city.loadsAnew();
        city.claim("C-10-arrived", arriving, 1, "11", MARCH, 10_000);

        assertThatThrownBy(() -> settle(MARCH)).hasMessageContaining("settle.unfinished");
        SettleReport resumed = settle(YEAR_END);

        assertThat(resumed.runId()).isEqualTo(stopped.runId());
        assertThat(resumed.resumed()).isTrue();
        assertThat(resumed.settled()).isEqualTo(2);
        assertThat(new ClaimBook(database.handle()).show("C-10-arrived", null).state())
                .isEqualTo("open");
        assertThat(settle(YEAR_END).settled()).isEqualTo(1);
    }

    @Test
    void writesNothingForAWorkerWhoseRunWasResumedElsewhere() {
        city.claim("C-13", city.employee(13, "11", 0), 1, "11", MARCH, 10_000);
        new SettleService(database.database(), Progress.SILENT, () -> true).settle(YEAR_END);
        RunLedger ledger = new RunLedger(database.handle());
        Run stale = ledger.unfinished(SettleService.JOB).orElseThrow();
        BucketWork worker = new BucketWork(
                stale,
                Visible.ofInputs(stale.inputs()),
                ActivePacks.read(database.handle()),
                Institution.byId(database.handle()),
                Progress.SILENT);
        settle(YEAR_END);
        long rows = sum("SELECT count(*) FROM claim.settlement");

        assertThatThrownBy(() -> worker.settle(database.handle(), 13)).hasMessageContaining("run.superseded");
        assertThat(sum("SELECT count(*) FROM claim.settlement")).isEqualTo(rows);
    }

    @Test
    void explainsEachStepWithItsArticle() {
        city.claim("C-14", city.employee(14, "11", 190_000), 3, "21", MARCH, 2_000_000);
        settle(YEAR_END);

        ClaimExplanation explanation = ClaimExplanation.of(database.handle(), "C-14", null);

        assertThat(explanation.steps())
                .extracting(step -> step.stage().id(), step -> step.mark().amount())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("deductible", 80_000L),
                        org.assertj.core.groups.Tuple.tuple("pool", 1_689_600L));
        assertThat(explanation.steps())
                .allSatisfy(step -> assertThat(step.stage().article()).isNotEmpty());
    }

    @Test
    void totalsAgreeWithTheRows() {
        city.claim("C-15", city.employee(15, "11", 0), 1, "11", MARCH, 10_000);
        settle(YEAR_END);

        ClaimTotals totals = ClaimTotals.of(database.handle(), LocalDate.of(2025, 1, 1), YEAR_END);

        assertThat(totals.rows()).isEqualTo(sum("SELECT count(*) FROM claim.settlement"));
        assertThat(totals.amounts())
                .containsEntry("medfee_sumamt", sum("SELECT sum(medfee_sumamt) FROM claim.settlement"));
        assertThat(totals.funds() + totals.patients() + totals.amounts().get("hosp_part_amt"))
                .isEqualTo(totals.amounts().get("medfee_sumamt"));
        assertThat(totals.sha256()).matches("[0-9a-f]{64}");
    }

    private static SettleReport settle(LocalDate asOf) {
        return new SettleService(database.database(), Progress.SILENT, () -> false).settle(asOf);
    }

    private static StoredSettlement settlement(String claimNo) {
        ClaimBook book = new ClaimBook(database.handle());
        return book.settlement(book.show(claimNo, null)).orElseThrow();
    }

    private static long balance(long person) {
        return sum("SELECT coalesce(sum(amount), 0) FROM ledger.account_entry WHERE person_id = " + person);
    }

    private static long sum(String query) {
        return database.handle().createQuery(query).mapTo(Long.class).one();
    }
}
