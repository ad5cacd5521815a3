package org.minsheng.bureau.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.bureau.CityLoader;
import org.minsheng.claim.ClaimFiles;
import org.minsheng.claim.ClaimTotals;
import org.minsheng.claim.QuoteService;
import org.minsheng.claim.SettleReport;
import org.minsheng.claim.SettleService;
import org.minsheng.db.TestDatabase;
import org.minsheng.load.BulkLoader;
import org.minsheng.load.LoadFile;
import org.minsheng.load.LoadReport;
import org.minsheng.load.LoadRequest;
import org.minsheng.load.Source;
import org.minsheng.run.Progress;

/**
 * One city's year, its claims cut into pieces that arrive in different orders, one person's claims in several of them:
 * whatever the order, and however often the run is interrupted, the same settlements to the last byte.
 */
@Tag("database")
class SettleOrderTest {
    private static final int PEOPLE = 500;
    private static final int PIECES = 5;
    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
    private static final LocalDate YEAR_END = LocalDate.of(2025, 12, 31);

    @RegisterExtension
    static final TestDatabase inOnePiece = TestDatabase.migrated();

    @RegisterExtension
    static final TestDatabase shuffled = TestDatabase.migrated();

    @RegisterExtension
    static final TestDatabase shuffledAndInterrupted = TestDatabase.migrated();

    @TempDir
    private static Path folder;

    private static CityFolder city;

    @BeforeAll
    static void loadAndSettleTheYear() throws IOException {
        city = CityFolder.generate(folder, PEOPLE, 20);
        String claims = header("claims.csv");
        String lines = header("claim-lines.csv");
        List<String> claimRows = rows("claims.csv");
        Map<String, List<String>> lineRows = linesByClaim();
        Files.writeString(folder.resolve("claims.csv"), claims + "\n");
        Files.writeString(folder.resolve("claim-lines.csv"), lines + "\n");

        loadBase(inOnePiece);
        load(inOnePiece, claims, lines, claimRows, lineRows);
        settle(inOnePiece, Integer.MAX_VALUE);
        long seed = 1;
        for (TestDatabase database : List.of(shuffled, shuffledAndInterrupted)) {
            loadBase(database);
            List<String> order = new ArrayList<>(claimRows);
            Collections.shuffle(order, new Random(seed++));
            for (int piece = 0; piece < PIECES; piece++) {
                int from = order.size() * piece / PIECES;
                int to = order.size() * (piece + 1) / PIECES;
                load(database, claims, lines, order.subList(from, to), lineRows);
            }
            settle(database, database == shuffled ? Integer.MAX_VALUE : 60);
        }
    }

    @Test
    void settlesToTheSameWhateverTheOrder() {
        ClaimTotals expected = totals(inOnePiece);
        assertThat(expected.claims()).isGreaterThan(PEOPLE / 2);
        assertThat(expected.open()).isEqualTo(expected.held());
        assertThat(totals(shuffled)).isEqualTo(expected);
        assertThat(totals(shuffledAndInterrupted)).isEqualTo(expected);
        assertThat(
                        count(
                                "SELECT count(*) FROM (SELECT FROM claim.settlement GROUP BY person_id HAVING count(*) > 3) many"))
                .as("persons whose claims lay in several pieces")
                .isGreaterThan(20);
    }

    @Test
    void conservesEveryFenInAllBooks() {
        ClaimTotals totals = totals(inOnePiece);
        Map<String, Long> sums = totals.amounts();
        long billed = sums.get("medfee_sumamt");
        assertThat(billed).isPositive();
        assertThat(totals.funds() + totals.patients() + sums.get("hosp_part_amt"))
                .isEqualTo(billed);
        assertThat(sums.get("fulamt_ownpay_amt")
                        + sums.get("overlmt_selfpay")
                        + sums.get("preselfpay_amt")
                        + sums.get("inscp_scp_amt"))
                .isEqualTo(billed);
        assertThat(count("SELECT sum(amount) FROM claim.line JOIN claim.settlement USING (year, claim_id)"))
                .as("the lines")
                .isEqualTo(billed);
        assertThat(count("SELECT sum(amount) FROM ledger.transfer"))
                .as("the general ledger")
                .isEqualTo(billed - sums.get("psn_cash_pay") - sums.get("hosp_part_amt"));
        assertThat(count("SELECT -sum(amount) FROM ledger.account_entry WHERE kind = 'claim'"))
                .as("the personal accounts")
                .isEqualTo(sums.get("acct_pay"));
        assertThat(
                        count(
                                "SELECT count(*) FROM (SELECT FROM ledger.account_entry GROUP BY person_id HAVING sum(amount) < 0) x"))
                .as("accounts in the red")
                .isZero();
        assertThat(sums.values()).as("no negative sum").allMatch(sum -> sum >= 0);
    }

    /** For persons as the year left them, a dearer bill never means less from the funds. */
    @Test
    void paysNoLessForADearerBill() {
        Handle handle = inOnePiece.handle();
        List<Map<String, Object>> persons = handle.createQuery("""
                        SELECT resident_id, enrolment.scheme FROM registry.pub_person JOIN registry.enrolment USING (person_id)
                        WHERE daterange(from_date, to_date, '[]') @> date '2025-12-30' AND enrolment.scheme IN ('310', '390')
                        ORDER BY resident_id LIMIT 40""").mapToMap().list();
        String item = handle.createQuery("SELECT min(item_code) FROM claim.catalogue_item WHERE class = 'A'")
                .mapTo(String.class)
                .one();
        String hospital = handle.createQuery("SELECT min(institution_code) FROM registry.institution WHERE tier = 3")
                .mapTo(String.class)
                .one();
        long paying = 0;
        for (Map<String, Object> person : persons) {
            long before = 0;
            for (long yuan : new long[] {100, 900, 20_000, 120_000, 700_000, 1_500_000, 9_000_000}) {
                String quote = """
                    {"institution_code": "%s", "resident_id": "%s", "scheme": "%s", "treatment": "21",
                     "ended_on": "2025-12-30", "lines": [{"item_code": "%s", "quantity": %d, "unit_price": 1}]}
                    """.formatted(hospital, person.get("resident_id"), person.get("scheme"), item, yuan);
                long funds = new QuoteService(handle).quote(quote).payers().funds();
                assertThat(funds).as(quote).isGreaterThanOrEqualTo(before);
                before = funds;
            }
            paying += before > 0 ? 1 : 0;
        }
        assertThat(paying).isGreaterThan(30);
    }

    private static String header(String file) throws IOException {
        return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows(String file) {
        return city.good(file).stream().map(SettleOrderTest::text).toList();
    }

    private static Map<String, List<String>> linesByClaim() {
        Map<String, List<String>> lines = new HashMap<>();
        for (CityFolder.Row row : city.good("claim-lines.csv")) {
            lines.computeIfAbsent(row.field(0) + "," + row.field(1), claim -> new ArrayList<>())
                    .add(text(row));
        }
        return lines;
    }

    private static String text(CityFolder.Row row) {
        return row.fields().stream()
                .map(field -> field.contains(",") ? "\"" + field + "\"" : field)
                .collect(Collectors.joining(","));
    }

    private static void loadBase(TestDatabase database) {
        new CityLoader(database.database(), Progress.SILENT, problem -> problem.code()
                        .code())
                .load(folder, folder.resolve("rejects"));
    }

    private static void load(
            TestDatabase database,
            String claimHeader,
            String lineHeader,
            List<String> claims,
            Map<String, List<String>> lineRows) {
        List<String> lines = new ArrayList<>();
        for (String claim : claims) {
            String[] fields = claim.split(",", 3);
            lines.addAll(lineRows.get(fields[0] + "," + fields[1]));
        }
        ClaimFiles kinds = ClaimFiles.read(database.handle());
        try (Source claimSource = open(claimHeader, claims);
                Source lineSource = open(lineHeader, lines)) {
            LoadReport report = new BulkLoader(database.database(), Progress.SILENT, problem -> problem.code()
                            .code())
                    .load(LoadRequest.of(
                                    LoadFile.of(kinds.claims(), claimSource), LoadFile.of(kinds.lines(), lineSource))
                            .rejectsIn(folder));
            assertThat(report.rejected()).isZero();
        }
    }

    private static Source open(String header, List<String> rows) {
        String text = header + "\n" + String.join("\n", rows) + "\n";
        return Source.open(
                Source.STANDARD_INPUT,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                Source.Wishes.NONE);
    }

    /** Settles the year; stops after so many buckets and goes on, until it is done. */
    private static void settle(TestDatabase database, int bucketsAtOnce) {
        boolean stopped = true;
        while (stopped) {
            AtomicInteger asked = new AtomicInteger();
            SettleReport report = new SettleService(
                            database.database(), Progress.SILENT, () -> asked.incrementAndGet() > bucketsAtOnce)
                    .settle(YEAR_END);
            stopped = report.stopped();
        }
    }

    private static ClaimTotals totals(TestDatabase database) {
        return ClaimTotals.of(database.handle(), NEW_YEAR, YEAR_END);
    }

    private static long count(String query) {
        return inOnePiece.handle().createQuery(query).mapTo(Long.class).one();
    }
}
