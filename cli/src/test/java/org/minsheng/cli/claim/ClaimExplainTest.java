package org.minsheng.cli.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;

/** Explanations of the rarer cases: ceilings, the year's total, days of care, nobody insured. */
@Tag("database")
class ClaimExplainTest {
    /** 陈静, a resident who also has long-term-care insurance. */
    private static final String CHEN = "110105194912310046";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private static Path folder;

    private static ClaimTown town;

    @BeforeAll
    static void settleTheTown() {
        town = new ClaimTown(database, folder);
        town.build();
        town.cli().runOnce("policy", "import", "tengzhou-ltc-demo").exits(ExitStatus.OK);
        town.cli()
                .runOnce("policy", "activate", "tengzhou-ltc-demo", "2024.1", "--yes")
                .exits(ExitStatus.OK);
        town.importFile("person", """
                resident_id,name,sex,birth_date,division_code
                %s,陈静,female,1949-12-31,370202
                """.formatted(CHEN));
        town.importFile("enrolment", """
                resident_id,scheme,person_type,from_date,to_date
                %1$s,390,15,2020-01-01,
                %1$s,410,15,2020-01-01,
                """.formatted(CHEN));
        town.billOfDays(
                "R-1", 3, CHEN, "390 21", "2025-02-01", "2025-02-01", "60000.00", "2025-02-01 A1 1 60000 60000.00");
        town.billOfDays(
                "R-2", 3, CHEN, "390 21", "2025-03-01", "2025-03-01", "400000.00", "2025-03-01 A1 1 400000 400000.00");
        town.billOfDays(
                "L-1",
                1,
                CHEN,
                "410 L2",
                "2025-05-01",
                "2025-05-03",
                "260.00",
                "2025-05-01 A1 1 100 100.00",
                "2025-05-02 A1 1 40 40.00",
                "2025-05-03 A1 1 120 120.00");
        town.bill("N-1", 1, CHEN, "11", "2025-05-03", "200.00", "A1 1 200 200.00");
        town.settle("2025-12-30").exits(ExitStatus.OK);
    }

    /** 208,560 are left of 250,000; 18,560 + 191,440 = 210,000 in the year: 51,600 + 65,000 + 7,500 less 2,736. */
    @Test
    void explainsCeilingsBandsAndTheYearsTotal() {
        assertThat(explained("R-2", "en")).isEqualTo("""
                Claim R-2 · inpatient, tier 3 · 陈* 1101**********0046 · 青岛市某医院 · discharged 2025-03-01
                policy qingdao-demo 2025.1 (demonstration, unverified) · rules of 2025-03-01 · settled in run N

                  billed                                400,000.00   1 line
                  = in scope                            400,000.00
                  − deductible                              800.00   800.00 still open                                                                                                第18条
                  × basic pooled fund                   208,560.00   70 % of 399,200.00 · 101,257.14 above the ceiling · resident, tier 3                                             第19条、第21条
                    ceiling left after this                   0.00   of 250,000.00 this year
                  × residents' serious-illness top-up   121,364.00   60 % of 86,000.00 · 65 % of 100,000.00 · 75 % of 10,000.00 · 210,000.00 in all this year, 2,736.00 paid before   第23条
                    ceiling left after this             175,900.00   of 300,000.00 this year
                  = funds together                      329,924.00
                  = patient                              70,076.00   cash 70,076.00
                """);
    }

    @Test
    void explainsDaysOfCareInChinese() {
        assertThat(explained("L-1", "zh")).isEqualTo("""
                理赔单 L-1 · 院护，1 级机构 · 陈* 1101**********0046 · 社区卫生服务中心 · 2025-05-03 结束
                政策包 tengzhou-ltc-demo 2024.1（演示，未经核实）· 按 2025-05-03 的政策 · run N 结算

                  总费用         260.00   3 条明细
                  = 政策范围内   260.00
                  × 其他基金     150.00   260.00 的 75 % · 超封顶 60.00 · 每日最多 60.00 · 长期护理、居民、1 级   待遇标准
                  = 个人负担     110.00   现金 110.00
                """);
    }

    @Test
    void saysThatNobodyWasInsured() {
        assertThat(explained("N-1", "en")).isEqualTo("""
                Claim N-1 · outpatient, tier 1 · 陈* 1101**********0046 · 社区卫生服务中心 · discharged 2025-05-03
                policy qingdao-demo 2025.1 (demonstration, unverified) · rules of 2025-05-03 · settled in run N

                  billed        200.00   1 line
                  = in scope    200.00
                  not covered     0.00   no insured spell on 2025-05-03: the funds pay nothing
                  = patient     200.00   cash 200.00
                """);
    }

    private static String explained(String claim, String language) {
        CliResult result = town.cli()
                .run("claim", "explain", claim, "-o", "table", "--lang", language)
                .exits(ExitStatus.OK);
        String out = result.out();
        return out.substring(0, out.indexOf("\n\n", out.indexOf("\n\n") + 1) + 1)
                .replaceAll("run \\d+|批次 \\d+", "run N");
    }
}
