package org.minsheng.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;

/** Whatever the tables of claims forbid is a reject with its column and its rule; what lies on a bound is taken. */
@Tag("database")
class UnfitBillsTest {
    private static final List<String> CLAIM = List.of(
            "H37020200001", "", NightFiles.WANG, "310", "11", "2025-03-01", "2025-03-01", "local", "J00", "10.00");
    private static final List<String> CLAIM_COLUMNS =
            List.of(NightFiles.CLAIM_HEADER.strip().split(",", -1));
    private static final List<String> LINE = List.of("H37020200001", "", "1", "2025-03-01", "D1", "1", "10", "10.00");
    private static final List<String> LINE_COLUMNS =
            List.of(NightFiles.LINE_HEADER.strip().split(",", -1));

    private static boolean loaded;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private final StringBuilder claims = new StringBuilder();
    private final StringBuilder lines = new StringBuilder();
    private final List<String> taken = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private int number;

    private NightFiles night;

    @BeforeEach
    void load() {
        night = new NightFiles(database.settings(), folder);
        if (!loaded) {
            night.loadRegistry();
            loaded = true;
        }
    }

    private static String row(List<String> good, List<String> columns, String claimNo, String... changes) {
        List<String> fields = new ArrayList<>(good);
        fields.set(1, claimNo);
        for (int index = 0; index < changes.length; index += 2) {
            fields.set(columns.indexOf(changes[index]), changes[index + 1]);
        }
        return String.join(",", fields) + "\n";
    }

    /** A claim with these values is rejected for this rule in the first column, its line with it. */
    private void badClaim(String rule, String... changes) {
        String claimNo = "U" + ++number;
        claims.append(row(CLAIM, CLAIM_COLUMNS, claimNo, changes));
        lines.append(row(LINE, LINE_COLUMNS, claimNo));
        expected.add("1 " + (number + 1) + " " + changes[0] + " " + rule);
        boolean found = !changes[0].equals("institution_code");
        expected.add("2 " + (number + 1) + " claim_no " + (found ? "line.claim-rejected" : "line.no-claim"));
    }

    /** A line with these values is rejected for this rule in the first column, its claim with it. */
    private void badLine(String rule, String... changes) {
        String claimNo = "U" + ++number;
        claims.append(row(CLAIM, CLAIM_COLUMNS, claimNo));
        lines.append(row(LINE, LINE_COLUMNS, claimNo, changes));
        expected.add("1 " + (number + 1) + " claim.line-rejected");
        expected.add("2 " + (number + 1) + " " + changes[0] + " " + rule);
    }

    private void good(String claimNo, String[] ofClaim, String... ofLine) {
        number++;
        claims.append(row(CLAIM, CLAIM_COLUMNS, claimNo, ofClaim));
        lines.append(row(LINE, LINE_COLUMNS, claimNo, ofLine));
        taken.add(claimNo);
    }

    @Test
    void rejectsWhatTheTablesForbidAndTakesWhatLiesOnABound() {
        good("G1", new String[] {"started_on", "1990-01-01", "ended_on", "2100-12-31"});
        good(
                "G2",
                new String[] {"treatment", "9x9X", "diagnosis", "J".repeat(40), "amount", "0"},
                "amount",
                "0.00",
                "quantity",
                "0.0001",
                "unit_price",
                "0.000001");
        good(
                "G".repeat(40),
                new String[] {"amount", "100000000000.00"},
                "amount",
                "100000000000.00",
                "quantity",
                "1000",
                "unit_price",
                "100000000",
                "line_no",
                "100000",
                "item_code",
                "未知项目");
        claimsThatAreBad();
        linesThatAreBad();

        night.claims(claims.toString(), lines.toString()).exits(ExitStatus.FINDINGS);

        assertThat(database.handle().createQuery("""
                                SELECT concat_ws(' ', file_no, line_no, column_name, rule) FROM load.reject
                                WHERE run_id = (SELECT max(run_id) FROM run.run)""").mapTo(String.class).list())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(database.handle()
                        .createQuery("SELECT claim_no FROM claim.claim ORDER BY claim_id")
                        .mapTo(String.class)
                        .list())
                .isEqualTo(taken);
    }

    private void claimsThatAreBad() {
        badClaim("institution.unknown", "institution_code", "H9");
        badClaim("value.too-long", "institution_code", "H".repeat(21));
        badClaim("id.checksum", "resident_id", "110105194912310021");
        badClaim("person.unknown", "resident_id", "53010219200508011X");
        badClaim("value.not-allowed", "scheme", "31");
        badClaim("value.not-allowed", "scheme", "ABC");
        badClaim("value.not-allowed", "treatment", "1");
        badClaim("value.not-allowed", "treatment", "11111");
        badClaim("value.out-of-range", "started_on", "1899-12-31");
        badClaim("value.out-of-range", "ended_on", "2101-01-01");
        badClaim("value.out-of-range", "started_on", "1989-12-31", "ended_on", "1990-01-02");
        badClaim("period.reversed", "ended_on", "2025-02-28");
        badClaim("value.not-allowed", "referral", "abroad");
        badClaim("value.too-long", "diagnosis", "J".repeat(41));
        badClaim("value.out-of-range", "amount", "-10.00");
        badClaim("value.out-of-range", "amount", "100000000000000");
        badClaim("value.not-a-number", "amount", "10.001");
        badClaim("claim.amount-mismatch", "amount", "10.01");
    }

    private void linesThatAreBad() {
        badLine("value.out-of-range", "line_no", "0");
        badLine("value.out-of-range", "line_no", "100001");
        badLine("value.out-of-range", "service_date", "1989-12-31");
        badLine("line.outside-treatment", "service_date", "2025-03-02");
        badLine("value.too-long", "item_code", "D".repeat(41));
        badLine("value.missing", "item_code", "");
        badLine("value.out-of-range", "quantity", "0", "amount", "0.00");
        badLine("value.out-of-range", "quantity", "-1");
        badLine("value.out-of-range", "quantity", "9999999999.9999", "unit_price", "9");
        badLine("value.not-a-number", "quantity", "1.00001");
        badLine("value.out-of-range", "unit_price", "-10");
        badLine("value.out-of-range", "unit_price", "100000000.000001");
        badLine("value.not-a-number", "unit_price", "12345678901234567.1");
        badLine("value.out-of-range", "amount", "-10.00");
        badLine("value.out-of-range", "amount", "100000000000.01");
        badLine("line.amount-mismatch", "amount", "10.01");
    }
}
