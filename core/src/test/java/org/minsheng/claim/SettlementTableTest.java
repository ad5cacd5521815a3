package org.minsheng.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.run.Progress;

/** What the database itself refuses, whoever writes: settlements that do not add up, and changes of history. */
@Tag("database")
class SettlementTableTest {
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 18);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static Database owner;
    private static SmallCity city;

    /** One settlement of 10,000.00: 800 to bear, 8,096 from the fund, 500 from the account, the rest in cash. */
    @BeforeAll
    static void settleOneClaim() {
        city = new SmallCity(database.handle());
        city.claim("C-1", city.employee(1, "11", 50_000), 3, "21", MARCH, 1_000_000);
        new SettleService(database.database(), Progress.SILENT, () -> false).settle(MARCH);
        owner = new Database(database.superuserSettings());
    }

    @AfterAll
    static void close() {
        owner.close();
    }

    /** The settlement once more under another number, with one column changed. */
    private static void insert(int number, String column, String value) {
        String columns = database.handle().createQuery("""
                        SELECT string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute
                        WHERE attrelid = 'claim.settlement'::regclass AND attnum > 0""").mapTo(String.class).one();
        String values = (", " + columns + ",")
                .replace(", settlement_no,", ", " + number + ",")
                .replace(", " + column + ",", ", " + value + ",");
        owner.handle()
                .execute("INSERT INTO claim.settlement (" + columns + ") SELECT "
                        + values.substring(2, values.length() - 1) + " FROM claim.settlement WHERE settlement_no = 1");
    }

    @ParameterizedTest(name = "{0} = {1} breaks {2}")
    @CsvSource({
        // medfee_sumamt = fulamt_ownpay_amt + overlmt_selfpay + preselfpay_amt + inscp_scp_amt
        "fulamt_ownpay_amt, 1, bill_is_split",
        "overlmt_selfpay, 1, bill_is_split",
        "preselfpay_amt, 1, bill_is_split",
        "inscp_scp_amt, inscp_scp_amt - 1, bill_is_split",
        // medfee_sumamt = fund_pay_sumamt + psn_part_amt + hosp_part_amt, both sums written out
        "hifp_pay, hifp_pay + 1, bill_is_paid",
        "hifob_pay, 1, bill_is_paid",
        "hifmi_pay, 1, bill_is_paid",
        "cvlserv_pay, 1, bill_is_paid",
        "hifes_pay, 1, bill_is_paid",
        "hifdm_pay, 1, bill_is_paid",
        "maf_pay, 1, bill_is_paid",
        "oth_pay, 1, bill_is_paid",
        "hosp_part_amt, 1, bill_is_paid",
        "acct_pay, acct_pay - 1, bill_is_paid",
        "acct_mulaid_pay, 1, bill_is_paid",
        "psn_cash_pay, psn_cash_pay + 1, bill_is_paid",
        "outcome, upper(outcome), outcome_check",
    })
    void refusesARowThatDoesNotAddUp(String column, String value, String constraint) {
        assertThatThrownBy(() -> insert(3, column, value)).hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hifp_pay", "acct_pay", "psn_cash_pay", "hosp_part_amt", "maf_pay"})
    void refusesANegativePayerInASettlement(String payer) {
        String other = payer.equals("psn_cash_pay") ? "hifp_pay" : "psn_cash_pay";
        String columns =
                "fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt, act_pay_dedc, hifp_pay, hifob_pay,"
                        + " hifmi_pay, cvlserv_pay, hifes_pay, hifdm_pay, maf_pay, oth_pay, hosp_part_amt, acct_pay,"
                        + " acct_mulaid_pay, psn_cash_pay";
        String values = (" " + columns + ",")
                .replace(" " + payer + ",", " -5,")
                .replace(" " + other + ",", " " + other + " + 5 + " + payer + ",");
        assertThatThrownBy(
                        () -> owner.handle().execute("""
                INSERT INTO claim.settlement (year, claim_id, settlement_no, bucket, person_id, institution_id, decided_on,
                    pack_no, engine_version, outcome, scheme, person_type, treatment, tier, medfee_sumamt, counters,
                    trail, run_id, %s)
                SELECT year, claim_id, 3, bucket, person_id, institution_id, decided_on, pack_no, engine_version, outcome,
                    scheme, person_type, treatment, tier, medfee_sumamt, counters, trail, run_id, %s
                FROM claim.settlement WHERE settlement_no = 1""".formatted(columns, values.substring(0, values.length() - 1))))
                .hasMessageContaining("sign_of_kind");
    }

    @Test
    void refusesAReversalThatIsNotNegative() {
        assertThatThrownBy(() -> insert(2, "trail", "''")).hasMessageContaining("sign_of_kind");
    }

    @Test
    void refusesTheSameSettlementTwice() {
        assertThatThrownBy(() -> insert(1, "trail", "''")).hasMessageContaining("duplicate key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opening", "credit", "interest"})
    void givesMoneyOnlyToPersonsWhoExistAndKeepsThem(String kind) {
        String give = "INSERT INTO ledger.account_entry (bucket, person_id, dated, kind, amount, reference, run_id)"
                + " VALUES (0, ?, '2025-01-01', '" + kind + "', 100, 'R-1', 1)";
        assertThatThrownBy(() -> owner.handle().execute(give, 1_000_000)).hasMessageContaining("foreign key");

        long person = city.person(100 + kind.length());
        owner.handle().execute(give, person);

        assertThatThrownBy(() -> owner.handle().execute("DELETE FROM registry.person WHERE person_id = ?", person))
                .hasMessageContaining("account_entry");
    }

    @Test
    void publishesSumsThatAreThoseOfThePayers() {
        List<Long> sums = database.handle()
                .createQuery("""
                        SELECT fund_pay_sumamt, psn_part_amt FROM claim.pub_settlement
                        WHERE settlement_no = 1""")
                .map((row, context) -> List.of(row.getLong(1), row.getLong(2)))
                .one();
        assertThat(sums).containsExactly(809_600L, 190_400L);
    }

    /** Not even the superuser, with all rights, changes history; partitions are no back door. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "claim.settlement",
                "claim.settlement_2025",
                "ledger.account_entry",
                "ledger.transfer",
                "policy.pack",
                "policy.activation",
                "run.installation",
                "run.checkpoint",
                "run.audit_entry"
            })
    void refusesToChangeHistory(String table) {
        Handle handle = owner.handle();
        assertThat(handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Long.class)
                        .one())
                .isPositive();
        String column =
                handle.createQuery("""
                        SELECT attname FROM pg_attribute WHERE attrelid = CAST(:table AS regclass) AND attnum > 0
                            AND attidentity = '' ORDER BY attnum LIMIT 1""").bind("table", table).mapTo(String.class).one();
        for (String change : List.of(
                "UPDATE " + table + " SET " + column + " = " + column,
                "DELETE FROM " + table,
                "TRUNCATE " + table + " CASCADE")) {
            assertThatThrownBy(() -> handle.execute(change)).as(change).hasMessageContaining("is append-only");
        }
    }
}
