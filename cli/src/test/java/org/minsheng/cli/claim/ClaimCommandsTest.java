package org.minsheng.cli.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;

/** An administrator asks where the money of a bill went, what waits and why, and what a treatment would cost. */
@Tag("database")
class ClaimCommandsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private static Path folder;

    private static ClaimTown town;

    /** Wang's second stay, of 21,480.00 in eight lines, and two bills of Li that cannot be decided. */
    @BeforeAll
    static void settleTheTown() {
        town = new ClaimTown(database, folder);
        town.build();
        town.bill("C2025-0001020", 3, ClaimTown.WANG, "21", "2025-01-07", "25277.27", "A1 1 25277.27 25277.27");
        town.settle("2025-01-31").exits(ExitStatus.OK).printsNothing().saysNothing();
        town.importFile(
                "account",
                "resident_id,entry_date,kind,amount,reference\n" + ClaimTown.WANG
                        + ",2025-03-01,credit,1900.00,2025-03\n");
        town.bill(
                "C2025-0004711",
                3,
                ClaimTown.WANG,
                "21",
                "2025-03-18",
                "21480.00",
                "C1 1 400 400.00",
                "C1 1 280 280.00",
                "3301 1 1000 1000.00",
                "B1 1 1700 1700.00",
                "B1 1 1700 1700.00",
                "B1 1 1700 1700.00",
                "B1 1 1700 1700.00",
                "A1 1 13000 13000.00");
        town.bill("C2024-0000001", 2, ClaimTown.LI, "21", "2024-12-18", "100.00", "A1 1 100 100.00");
        town.bill("C2025-0000002", 2, ClaimTown.LI, "11", "2025-03-18", "100.00", "A1 1 100 100.00");
        town.settle("2025-03-18").exits(ExitStatus.FINDINGS).printsNothing().saysSomeOf("error: 2 claims are held");
        town.bill("C2025-0009999", 1, ClaimTown.LI, "11", "2025-03-20", "50.00", "A1 1 50 50.00");
        town.bill("C2025-0000002", 1, ClaimTown.LI, "11", "2025-03-21", "60.00", "A1 1 60 60.00");
    }

    private static CliHarness cli() {
        return town.cli();
    }

    private static String steps(CliResult result) {
        return result.out()
                .substring(0, result.out().indexOf("\n\n", result.out().indexOf("\n\n") + 1) + 1)
                .replaceAll("run \\d+|批次 \\d+", "run N");
    }

    @Test
    void explainsWhereTheMoneyWentStepByStep() {
        CliResult result =
                cli().run("claim", "explain", "C2025-0004711", "-o", "table").exits(ExitStatus.OK);

        assertThat(steps(result)).isEqualTo("""
                Claim C2025-0004711 · inpatient, tier 3 · 王*芳 1101**********002X · 青岛市某医院 · discharged 2025-03-18
                policy qingdao-demo 2025.1 (demonstration, unverified) · rules of 2025-03-18 · settled in run N

                  billed                               21,480.00   8 lines
                  − outside the catalogue (class C)       680.00   2 lines
                  − above the price limit                 120.00   1 line: item 3301, limit 880.00, billed 1,000.00
                  − class B self-first                    680.00   4 lines at 10 %
                  = in scope                           20,000.00
                  − deductible                            400.00   2nd this year · 400.00 of 800.00 still open        第18条
                  × basic pooled fund                  17,248.00   88 % of 19,600.00 · employee, active, tier 3       第19条、第21条
                    ceiling left after this           561,212.00   of 600,000.00 this year
                  from personal account                 1,900.00                                                      第25条
                  = patient                             4,232.00   personal account 1,900.00 · cash 2,332.00
                """);
    }

    @Test
    void explainsItInChinese() {
        CliResult result = cli().run("claim", "explain", "C2025-0004711", "-o", "table", "--lang", "zh")
                .exits(ExitStatus.OK);

        assertThat(steps(result)).isEqualTo("""
                理赔单 C2025-0004711 · 普通住院，3 级机构 · 王*芳 1101**********002X · 青岛市某医院 · 2025-03-18 结束
                政策包 qingdao-demo 2025.1（演示，未经核实）· 按 2025-03-18 的政策 · run N 结算

                  总费用                    21,480.00   8 条明细
                  − 目录外（丙类）自费         680.00   2 条明细
                  − 超限价自付                 120.00   1 条明细：项目 3301，限价 880.00，申报 1,000.00
                  − 乙类先行自付               680.00   4 条明细，比例 10 %
                  = 政策范围内              20,000.00
                  − 起付线                     400.00   本年度第 2 次 · 800.00 中尚余 400.00              第18条
                  × 基本医疗保险统筹基金    17,248.00   19,600.00 的 88 % · 职工、在职、3 级              第19条、第21条
                    封顶线余额             561,212.00   本年度封顶 600,000.00
                  个人账户支付               1,900.00                                                     第25条
                  = 个人负担                 4,232.00   个人账户 1,900.00 · 现金 2,332.00
                """);
    }

    @Test
    void explainsEachLineWithClassLimitAndSelfFirstShare() {
        cli().run("claim", "explain", "C2025-0004711", "-o", "table")
                .printsSomeOf(
                        "line  service date  item code  item      class  quantity  unit price  price limit     amount  outside catalogue"
                                + "  over limit  self-first ratio  self-first   in scope  catalogue\n")
                .printsSomeOf(
                        "   3  2025-03-18    3301       护理费    A             1        1000          880   1,000.00               0.00"
                                + "      120.00               0 %        0.00     880.00  2025\n")
                .printsSomeOf(
                        "   4  2025-03-18    B1         抗生素    B             1        1700                1,700.00               0.00"
                                + "        0.00              10 %      170.00   1,530.00  2025\n");
    }

    @Test
    void explainsToAProgramWithStableNames() {
        cli().run("claim", "explain", "C2025-0004711", "-o", "json")
                .printsSomeOf("\"pack\":\"qingdao-demo\",\"version\":\"2025.1\",\"pack_status\":\"unverified\"")
                .printsSomeOf("{\"id\":\"pool\",\"step\":\"× basic pooled fund\",\"amount\":\"17248.00\","
                        + "\"note\":\"88 % of 19,600.00 · employee, active, tier 3\",\"article\":\"第19条、第21条\"}")
                .printsSomeOf("\"item_code\":\"3301\",\"item\":\"护理费\",\"class\":\"A\"");
        cli().run("claim", "explain", "C2025-0004711", "-o", "csv", "--lang", "zh")
                .printsSomeOf("id,step,amount,note,article\nbilled,总费用,21480.00,8 条明细,\n");
    }

    @Test
    void showsAClaimWithItsSettlement() {
        cli().run("claim", "show", "C2025-0004711", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"state\":\"settled\"")
                .printsSomeOf("\"fund_pay\":\"17248.00\"")
                .printsSomeOf("\"psn_cash_pay\":\"2332.00\"");
        cli().run("claim", "show", "C0", "-o", "json")
                .exits(ExitStatus.NOT_FOUND)
                .printsNothing()
                .saysSomeOf("{\"error\":{\"code\":\"claim.not-found\",\"message\":\"No claim C0.\"");
    }

    @Test
    void asksForTheInstitutionWhereTwoUseOneNumber() {
        cli().run("claim", "show", "C2025-0000002")
                .exits(ExitStatus.USAGE)
                .says(
                        "error: Several institutions have a claim C2025-0000002.",
                        "why: A claim number is unique within its institution only: H37020200001, H37020200002.",
                        "hint: Name one with --institution.");
        cli().run("claim", "show", "C2025-0000002", "--institution", "H37020200001", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"state\":\"open\"");
    }

    @Test
    void listsWhatWaitsAndWhy() {
        cli().run("claim", "list", "--state", "held", "-o", "csv")
                .exits(ExitStatus.OK)
                .prints(
                        "claim_no,institution_code,institution,person,resident_id,treatment,ended_on,billed,state,held_for,reason",
                        "C2025-0000002,H37020200002,区医院,李*,4405**********0014,11,2025-03-18,100.00,held,claim.earlier-held,"
                                + "The earlier claim C2024-0000001 of the same person is held.",
                        "C2024-0000001,H37020200002,区医院,李*,4405**********0014,21,2024-12-18,100.00,held,claim.no-catalogue,"
                                + "A line's service date is before the first catalogue.");
        cli().run("claim", "list", "--state", "held", "-o", "csv", "--lang", "zh")
                .printsSomeOf("claim.earlier-held,同一人较早的理赔单 C2024-0000001 被暂缓。")
                .printsSomeOf("claim.no-catalogue,有明细的费用日期早于第一版目录。");
        cli().run("claim", "list", "--person", ClaimTown.WANG, "--from", "2025-02-01", "-o", "csv")
                .printsSomeOf(
                        "C2025-0004711,H37020200003,青岛市某医院,王*芳,1101**********002X,21,2025-03-18,21480.00,settled,,");
    }

    @Test
    void listsNothingForNobody() {
        cli().run("claim", "list", "--person", "110105194912310046")
                .exits(ExitStatus.NOT_FOUND)
                .printsNothing()
                .saysSomeOf("1101**********0046");
        cli().input(ClaimTown.WANG + "\n")
                .run("claim", "list", "--person", "-", "--to", "2025-01-31", "-o", "csv")
                .exits(ExitStatus.OK)
                .printsSomeOf("\nC2025-0001020,");
    }

    @Test
    void saysWhyThereIsNothingToExplain() {
        cli().run("claim", "explain", "C2024-0000001")
                .exits(ExitStatus.CONFLICT)
                .printsNothing()
                .says(
                        "error: Claim C2024-0000001 is held and not settled.",
                        "why: A line's service date is before the first catalogue.",
                        "hint: minsheng claim list --state held shows what waits and why; after mending it: minsheng claim settle");
        cli().run("claim", "explain", "C2025-0009999", "--lang", "zh")
                .exits(ExitStatus.CONFLICT)
                .says(
                        "错误：理赔单 C2025-0009999 尚未结算。",
                        "原因：它处于待结算状态：到达后还没有批次处理，或结算已撤销。",
                        "建议：minsheng claim settle，或查看现状：minsheng claim show C2025-0009999");
    }

    /** 25,277.27 and 21,480.00; the fund pays 21,540.00 and 17,248.00; the digest is that of the rows as COPY writes them. */
    @Test
    void sumsUpAYear() {
        String sha256 = database.handle().createQuery("""
                        SELECT encode(sha256(convert_to(string_agg(concat_ws(E'\\t', institution_code, claim_no, settlement_no,
                            decided_on, outcome, coalesce(settlement.person_type, '\\N'), counters, medfee_sumamt,
                            fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt, act_pay_dedc, hifp_pay,
                            hifob_pay, hifmi_pay, cvlserv_pay, hifes_pay, hifdm_pay, maf_pay, oth_pay, hosp_part_amt,
                            acct_pay, acct_mulaid_pay, psn_cash_pay, resident_id) || E'\\n', ''
                            ORDER BY institution_code COLLATE "C", claim_no COLLATE "C", settlement_no), 'UTF8')), 'hex')
                        FROM claim.settlement JOIN claim.claim USING (year, claim_id)
                            JOIN registry.institution ON institution.institution_id = settlement.institution_id
                            JOIN registry.person ON person.person_id = settlement.person_id""").mapTo(String.class).one();
        cli().run("claim", "totals", "--year", "2025", "-o", "json")
                .exits(ExitStatus.OK)
                .prints(
                        "{\"year\":2025,\"claims\":2,\"rows\":2,\"open\":3,\"held_claims\":1,\"medfee_sumamt\":\"46757.27\","
                                + "\"fulamt_ownpay_amt\":\"680.00\",\"overlmt_selfpay\":\"120.00\",\"preselfpay_amt\":\"680.00\","
                                + "\"inscp_scp_amt\":\"45277.27\",\"act_pay_dedc\":\"1200.00\",\"hifp_pay\":\"38788.00\","
                                + "\"hifob_pay\":\"0.00\",\"hifmi_pay\":\"0.00\",\"cvlserv_pay\":\"0.00\",\"hifes_pay\":\"0.00\","
                                + "\"hifdm_pay\":\"0.00\",\"maf_pay\":\"0.00\",\"oth_pay\":\"0.00\",\"hosp_part_amt\":\"0.00\","
                                + "\"acct_pay\":\"1900.00\",\"acct_mulaid_pay\":\"0.00\",\"psn_cash_pay\":\"6069.27\","
                                + "\"fund_pay_sumamt\":\"38788.00\",\"psn_part_amt\":\"7969.27\",\"sha256\":\"" + sha256
                                + "\"}");
    }

    @Test
    void quotesWhatATreatmentWouldSettleToAndWritesNothing() {
        String quote = """
            {"institution_code": "H37020200002", "resident_id": "%s", "scheme": "310", "treatment": "21",
             "ended_on": "2025-05-02", "lines": [{"item_code": "B1", "quantity": 2, "unit_price": "1700.50"}]}
            """.formatted(ClaimTown.WANG);
        long rows = rows();
        // 3,401.00 less 10 % = 3,060.90 in scope; the third stay has no deductible; 90 % at tier 2
        cli().run("claim", "quote", town.write(quote), "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"outcome\":\"settled\",\"medfee_sumamt\":\"3401.00\"")
                .printsSomeOf("\"preselfpay_amt\":\"340.10\",\"inscp_scp_amt\":\"3060.90\",\"act_pay_dedc\":\"0.00\","
                        + "\"hifp_pay\":\"2754.81\"")
                .printsSomeOf("\"psn_cash_pay\":\"646.19\"")
                .printsSomeOf("\"note\":\"3rd this year · 0.00 of 500.00 still open\"");
        cli().input(quote).run("claim", "quote", "-", "-o", "json").printsSomeOf("\"hifp_pay\":\"2754.81\"");
        cli().input(quote.replace(ClaimTown.WANG, " " + ClaimTown.WANG.toLowerCase(Locale.ROOT) + " "))
                .run("claim", "quote", "-", "-o", "json")
                .printsSomeOf("\"hifp_pay\":\"2754.81\"");
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void saysWhatIsWrongWithAQuote() {
        String quote = """
            {"institution_code": "H37020200002", "resident_id": "%s", "scheme": "310", "treatment": "21",
             "ended_on": "2025-05-02", "lines": [{"item_code": "B1", "quantity": 2, "unit_price": "1700.50"}]}
            """.formatted(ClaimTown.WANG);
        wrong(quote.replace("1700.50", "dear"), ExitStatus.USAGE, "Write unit_price as 12.50.");
        wrong(quote.replace("2025-05-02", "2025-05-32"), ExitStatus.USAGE, "Write ended_on as 2025-03-18.");
        wrong(quote.replace("\"lines\"", "\"rows\""), ExitStatus.USAGE, "The quote's field lines is missing");
        wrong("not a quote", ExitStatus.USAGE, "Write file as JSON.");
        wrong(quote.replace("H37020200002", "H0"), ExitStatus.NOT_FOUND, "No institution H0.");
        wrong(
                quote.replace(ClaimTown.WANG, "110105194912310038"),
                ExitStatus.NOT_FOUND,
                "No person 1101**********0038.");
        wrong(
                quote.replace("\"quantity\": 2", "\"quantity\": 1e14"),
                ExitStatus.USAGE,
                "Write quantity as 0.0001 … 100000000.");
        wrong(
                quote.replace("\"quantity\": 2", "\"quantity\": 0"),
                ExitStatus.USAGE,
                "Write quantity as 0.0001 … 100000000.");
        wrong(quote.replace("1700.50", "100000001"), ExitStatus.USAGE, "Write unit_price as 0 … 100000000.");
        wrong(
                quote.replace("\"quantity\": 2", "\"quantity\": 100000000").replace("1700.50", "100000000"),
                ExitStatus.USAGE,
                "Write unit_price as quantity × unit_price ≤ 100000000000.00.");
        wrong(
                quote.replace("2025-05-02", "2101-01-01"),
                ExitStatus.USAGE,
                "Write ended_on as 1990-01-01 … 2100-12-31.");
        wrong(
                quote.replaceFirst("\"item_code\": *\"[^\"]*\"", "\"item_code\": \"" + "D".repeat(41) + "\""),
                ExitStatus.USAGE,
                "Write item_code as text, ≤ 40.");
        wrong(quote.replace(ClaimTown.WANG, "370202"), ExitStatus.USAGE, "The quote's field resident_id");
        wrong(quote.replace("\"310\"", "\"510\""), ExitStatus.CONFLICT, "why: No active policy pack covers scheme 510");
    }

    private static void wrong(String quote, ExitStatus status, String sentence) {
        cli().run("claim", "quote", town.write(quote))
                .exits(status)
                .printsNothing()
                .saysSomeOf(sentence);
    }

    private static long rows() {
        return database.handle()
                .createQuery("SELECT (SELECT count(*) FROM claim.claim) + (SELECT count(*) FROM claim.settlement)"
                        + " + (SELECT count(*) FROM run.run) + (SELECT count(*) FROM ledger.account_entry)")
                .mapTo(Long.class)
                .one();
    }
}
