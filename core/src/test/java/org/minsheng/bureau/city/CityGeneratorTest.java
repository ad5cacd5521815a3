package org.minsheng.bureau.city;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.base.CreditCode;
import org.minsheng.base.Digest;
import org.minsheng.base.Money;
import org.minsheng.base.ProblemException;
import org.minsheng.base.ResidentId;
import org.minsheng.base.Sex;
import org.minsheng.bureau.city.CityFolder.Row;
import org.minsheng.run.Progress;

class CityGeneratorTest {
    private static final int PEOPLE = 2_000;

    @TempDir
    static Path folder;

    private static CityFolder city;

    @BeforeAll
    static void generate() {
        city = CityFolder.generate(folder, PEOPLE, 7);
    }

    @Test
    void isTheSameCityOnEveryMachine() {
        Map<String, String> hashes = new LinkedHashMap<>();
        city.manifest().files().forEach(file -> hashes.put(file.name(), file.sha256()));
        assertThat(hashes).isEqualTo(GOLDEN);
    }

    @Test
    void hashesWhatIsInTheFiles() throws Exception {
        for (CityManifest.FileEntry file : city.manifest().files()) {
            assertThat(Digest.sha256Hex(Files.readAllBytes(folder.resolve(file.name()))))
                    .as(file.name())
                    .isEqualTo(file.sha256());
        }
    }

    @Test
    void isAnotherCityForAnotherSeed(@TempDir Path other) {
        CityFolder second = CityFolder.generate(other, 200, 8);
        CityFolder third = CityFolder.generate(other.resolve("third"), 200, 9);
        assertThat(second.manifest().file("persons.csv").sha256())
                .isNotEqualTo(third.manifest().file("persons.csv").sha256());
    }

    @Test
    void countsItsRows() {
        for (CityManifest.FileEntry file : city.manifest().files()) {
            List<Row> rows = city.rows(file.name());
            assertThat(rows).as(file.name()).hasSize((int) file.rows());
            assertThat(rows.stream().filter(Row::good).count()).as(file.name()).isEqualTo(file.good());
            assertThat(file.good() + file.bad()).isEqualTo(file.rows());
        }
        assertThat(city.manifest().file("persons.csv").good()).isEqualTo(PEOPLE);
        assertThat(city.manifest().plan()).isEqualTo(new CityPlan(PEOPLE, 7, 2025));
    }

    @Test
    void plantsEveryKindOfBadRowEvenInTheSmallestCity(@TempDir Path small) {
        CityFolder smallest = CityFolder.generate(small, CityPlan.PEOPLE_MIN, 1);
        Map<String, Set<String>> rules = smallest.manifest().badRows().stream()
                .collect(groupingBy(CityManifest.BadRow::file, mapping(CityManifest.BadRow::rule, toSet())));
        assertThat(rules).isEqualTo(KINDS);
    }

    @Test
    void plantsAboutOneBadRowInAHundred(@TempDir Path larger) {
        CityFolder town = CityFolder.generate(larger, 10_000, 3);
        for (String file : List.of("persons.csv", "enrolments.csv", "accounts.csv", "employments.csv", "claims.csv")) {
            CityManifest.FileEntry entry = town.manifest().file(file);
            assertThat((double) entry.bad() / entry.rows()).as(file).isBetween(0.006, 0.014);
        }
    }

    @Test
    void givesEveryGoodPersonAValidNumberOfTheirOwn() {
        Set<String> seen = new HashSet<>();
        for (Row row : city.good("persons.csv")) {
            ResidentId id = ResidentId.of(row.field(0));
            assertThat(seen.add(id.number())).isTrue();
            assertThat(id.number()).isEqualTo(row.field(0));
            assertThat(id.sex()).isEqualTo(row.field(2).equals("male") ? Sex.MALE : Sex.FEMALE);
            assertThat(id.birthDate()).isEqualTo(row.field(3));
            assertThat(row.field(1)).hasSizeBetween(2, 4);
        }
    }

    @Test
    void spoilsIdentifiersInExactlyTheNamedWay() {
        for (String file : List.of("persons.csv", "employments.csv", "enrolments.csv", "accounts.csv")) {
            city.rows(file).stream().filter(row -> row.rule().startsWith("id.")).forEach(row -> assertThat(
                            ResidentId.problemOf(row.field(0)).orElseThrow().code())
                    .as("%s line %d", file, row.line())
                    .isEqualTo(row.rule()));
        }
        Map.of("institutions.csv", 2, "companies.csv", 0, "employments.csv", 1)
                .forEach((file, column) -> city.rows(file).stream()
                        .filter(row -> row.rule().startsWith("credit-code."))
                        .forEach(row -> assertThat(CreditCode.problemOf(row.field(column))
                                        .orElseThrow()
                                        .code())
                                .as("%s line %d", file, row.line())
                                .isEqualTo(row.rule())));
    }

    @Test
    void spoilsPeopleInExactlyTheNamedWay() {
        city.bad("persons.csv", "person.sex-mismatch")
                .forEach(row -> assertThat(ResidentId.of(row.field(0)).sex() == Sex.MALE)
                        .isEqualTo(row.field(2).equals("female")));
        city.bad("persons.csv", "person.birth-mismatch")
                .forEach(row -> assertThat(ResidentId.of(row.field(0)).birthDate())
                        .isNotEqualTo(LocalDate.parse(row.field(3))));
        city.bad("persons.csv", "load.nul-byte")
                .forEach(row -> assertThat(row.field(1)).contains("\0"));
        city.bad("persons.csv", "load.encoding")
                .forEach(row -> assertThat(row.field(1)).contains("\uFFFD"));
        city.bad("persons.csv", "load.ragged-row")
                .forEach(row -> assertThat(row.fields().size()).isIn(6, 8));
        city.bad("persons.csv", "value.too-long")
                .forEach(row -> assertThat(row.field(1).length()).isGreaterThan(300));
    }

    @Test
    void doublesOnlyKeysThatStandEarlierInTheFile() {
        for (String file : List.of("persons.csv", "companies.csv", "institutions.csv")) {
            Set<String> before = new HashSet<>();
            for (Row row : city.rows(file)) {
                if (row.rule().equals("load.double-key")) {
                    assertThat(before).as("%s line %d", file, row.line()).contains(row.field(0));
                } else if (row.good()) {
                    assertThat(before.add(row.field(0)))
                            .as("%s line %d", file, row.line())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void employsPeopleInCompaniesThatExist() {
        Set<String> people = keys("persons.csv");
        Set<String> companies = keys("companies.csv");
        companies.forEach(
                code -> assertThat(CreditCode.problemOf(code)).as(code).isEmpty());
        city.good("institutions.csv")
                .forEach(row -> assertThat(CreditCode.problemOf(row.field(2))).isEmpty());
        for (Row row : city.good("employments.csv")) {
            assertThat(people).contains(row.field(0));
            assertThat(companies).contains(row.field(1));
            assertThat(row.field(2)).matches("[1-8](-\\d\\d){3}");
            assertPeriod(row, 3);
        }
        city.bad("employments.csv", "person.unknown")
                .forEach(row -> assertThat(people).doesNotContain(row.field(0)));
        city.bad("employments.csv", "company.unknown").forEach(row -> {
            assertThat(companies).doesNotContain(row.field(1));
            assertThat(CreditCode.problemOf(row.field(1))).isEmpty();
        });
        city.bad("employments.csv", "period.reversed")
                .forEach(row -> assertThat(LocalDate.parse(row.field(4))).isBefore(row.field(3)));
    }

    private static void assertPeriod(Row row, int from) {
        LocalDate first = LocalDate.parse(row.field(from));
        if (!row.field(from + 1).isEmpty()) {
            assertThat(LocalDate.parse(row.field(from + 1)))
                    .as("line %d", row.line())
                    .isAfterOrEqualTo(first);
        }
    }

    private static Set<String> keys(String file) {
        return city.good(file).stream().map(row -> row.field(0)).collect(toSet());
    }

    @Test
    void insuresPeopleInSpellsThatDoNotOverlap() {
        Map<String, List<Row>> spells = new HashMap<>();
        int withGap = 0;
        for (Row row : city.rows("enrolments.csv")) {
            String key = row.fields().size() > 1 ? row.field(0) + row.field(1) : "";
            if (row.good()) {
                assertPeriod(row, 3);
                List<Row> earlier = spells.computeIfAbsent(key, unused -> new ArrayList<>());
                assertThat(earlier).noneMatch(other -> overlap(other, row));
                withGap += earlier.isEmpty() ? 0 : 1;
                earlier.add(row);
            } else if (row.rule().equals("enrolment.overlap")) {
                assertThat(spells.get(key)).as("line %d", row.line()).anyMatch(other -> overlap(other, row));
            }
        }
        Set<String> insured =
                city.good("enrolments.csv").stream().map(row -> row.field(0)).collect(toSet());
        assertThat(insured.size()).isBetween(PEOPLE * 94 / 100, PEOPLE * 99 / 100);
        assertThat(withGap).isGreaterThan(PEOPLE / 20);
    }

    private static boolean overlap(Row first, Row second) {
        return !LocalDate.parse(first.field(3)).isAfter(end(second))
                && !LocalDate.parse(second.field(3)).isAfter(end(first));
    }

    private static LocalDate end(Row row) {
        return row.field(4).isEmpty() ? LocalDate.MAX : LocalDate.parse(row.field(4));
    }

    @Test
    void fillsPersonalAccountsOfEmployees() {
        Set<String> references = new HashSet<>();
        Map<String, Integer> entries = new HashMap<>();
        for (Row row : city.good("accounts.csv")) {
            assertThat(Money.parseYuan(row.field(3))).isPositive();
            assertThat(row.field(2)).isIn("opening", "credit", "interest");
            assertThat(references.add(row.field(0) + row.field(2) + row.field(4)))
                    .isTrue();
            entries.merge(row.field(0), 1, Integer::sum);
        }
        assertThat(entries.values()).allMatch(number -> number == 3 || number == 4);
        assertThat(keys("persons.csv")).containsAll(entries.keySet());
    }

    @Test
    void listsTwoVersionsOfTheCatalogue() {
        Map<String, Set<String>> versions = city.good("catalogue.csv").stream()
                .collect(groupingBy(row -> row.field(0), mapping(row -> row.field(3), toSet())));
        assertThat(versions.keySet()).containsExactlyInAnyOrder("2025.1", "2025.2");
        assertThat(versions.get("2025.1")).isNotEqualTo(versions.get("2025.2"));
        List<Row> rows = city.good("catalogue.csv");
        assertThat(rows).extracting(row -> row.field(6)).contains("A", "B", "C");
        assertThat(rows).extracting(row -> row.field(5)).contains("drug", "service", "consumable");
        assertThat(rows)
                .anyMatch(row -> row.field(6).equals("B") && row.field(11).isEmpty());
        assertThat(rows).anyMatch(row -> !row.field(8).equals(row.field(10)));
        assertThat(rows)
                .allMatch(row -> row.field(1).equals(row.field(0).equals("2025.1") ? "2025-01-01" : "2025-07-01"));
    }

    @Test
    void billsWhatTheLinesAddUpTo() {
        Map<String, Long> sums = new HashMap<>();
        for (Row line : city.good("claim-lines.csv")) {
            long amount = Money.parseYuan(line.field(7));
            assertThat(amount)
                    .as("line %d", line.line())
                    .isEqualTo(Money.product(new BigDecimal(line.field(5)), new BigDecimal(line.field(6))));
            sums.merge(line.field(0) + "|" + line.field(1), amount, Long::sum);
        }
        for (Row claim : city.good("claims.csv")) {
            Long sum = sums.remove(claim.field(0) + "|" + claim.field(1));
            assertThat(Money.parseYuan(claim.field(9))).as(claim.field(1)).isEqualTo(sum);
        }
        assertThat(sums).as("good lines without a good claim").isEmpty();
    }

    @Test
    void keepsLinesWithinTheirClaimAndInItsOrder() {
        Map<String, Row> claims = new LinkedHashMap<>();
        city.good("claims.csv").forEach(claim -> claims.put(claim.field(1), claim));
        List<String> order = new ArrayList<>();
        for (Row line : city.good("claim-lines.csv")) {
            Row claim = claims.get(line.field(1));
            assertThat(line.field(3)).isBetween(claim.field(5), claim.field(6));
            if (order.isEmpty() || !order.get(order.size() - 1).equals(line.field(1))) {
                order.add(line.field(1));
            }
        }
        assertThat(order).containsExactlyElementsOf(claims.keySet());
    }

    @Test
    void billsKnownPeopleAtKnownInstitutionsWithinTheYear() {
        Set<String> people = keys("persons.csv");
        Set<String> institutions = keys("institutions.csv");
        for (Row claim : city.good("claims.csv")) {
            assertThat(people).contains(claim.field(2));
            assertThat(institutions).contains(claim.field(0));
            assertThat(claim.field(6)).startsWith("2025-");
            assertThat(claim.field(5)).isLessThanOrEqualTo(claim.field(6));
            assertThat(claim.field(7)).isIn("local", "filed", "referred", "unfiled");
        }
        city.bad("claims.csv", "institution.unknown")
                .forEach(claim -> assertThat(institutions).doesNotContain(claim.field(0)));
        city.bad("claims.csv", "person.unknown")
                .forEach(claim -> assertThat(people).doesNotContain(claim.field(2)));
    }

    @Test
    void spoilsClaimsAndLinesInExactlyTheNamedWay() {
        Map<String, List<Row>> lines = city.rows("claim-lines.csv").stream()
                .filter(row -> row.fields().size() == 8)
                .collect(groupingBy(row -> row.field(1)));
        for (Row claim : city.bad("claims.csv", "claim.line-rejected")) {
            List<Row> own = lines.get(claim.field(1));
            assertThat(own.stream().filter(line -> !line.rule().equals("line.claim-rejected")))
                    .as(claim.field(1))
                    .hasSize(1);
        }
        city.bad("claims.csv", "claim.no-lines")
                .forEach(claim -> assertThat(lines).doesNotContainKey(claim.field(1)));
        city.bad("claims.csv", "claim.amount-mismatch").forEach(claim -> assertThat(sum(lines.get(claim.field(1))))
                .isNotEqualTo(Money.parseYuan(claim.field(9))));
        Set<String> numbers = city.rows("claims.csv").stream()
                .filter(row -> row.fields().size() == 10)
                .map(row -> row.field(1))
                .collect(toSet());
        city.bad("claim-lines.csv", "line.no-claim")
                .forEach(line -> assertThat(numbers).doesNotContain(line.field(1)));
        city.bad("claim-lines.csv", "line.amount-mismatch")
                .forEach(line -> assertThat(Money.product(new BigDecimal(line.field(5)), new BigDecimal(line.field(6))))
                        .isNotEqualTo(Money.parseYuan(line.field(7))));
    }

    private static long sum(List<Row> lines) {
        return lines.stream().mapToLong(line -> Money.parseYuan(line.field(7))).sum();
    }

    @Test
    void looksLikeACity(@TempDir Path larger) {
        CityFolder town = CityFolder.generate(larger, 20_000, 7);
        CityManifest manifest = town.manifest();
        double people = 20_000;
        assertThat(manifest.file("institutions.csv").good()).isBetween(380L, 440L);
        assertThat(manifest.file("claims.csv").good() / people).isBetween(0.9, 1.1);
        double claims = manifest.file("claims.csv").good();
        assertThat(manifest.file("claim-lines.csv").good() / claims).isBetween(7.0, 9.0);
        long old = town.good("persons.csv").stream()
                .filter(row -> row.field(3).compareTo("1965-12-31") <= 0)
                .count();
        assertThat(old / people).as("share of people of sixty and more").isBetween(0.20, 0.26);
        List<Row> good = town.good("claims.csv");
        assertThat(good.stream()
                        .filter(row -> Money.parseYuan(row.field(9)) > 50_000_000)
                        .count())
                .as("stays of more than half a million")
                .isBetween(1L, 20L);
        assertThat(good.stream()
                        .filter(row -> row.field(6).startsWith("2025-01"))
                        .count())
                .as("January is busier than June")
                .isGreaterThan(good.stream()
                        .filter(row -> row.field(6).startsWith("2025-06"))
                        .count());
        assertThat(good).extracting(row -> row.field(4)).contains("11", "13", "14", "21", "41", "51", "52");
        Map<String, Integer> staff = new HashMap<>();
        town.good("employments.csv").forEach(row -> staff.merge(row.field(1), 1, Integer::sum));
        int largest = staff.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertThat(largest).isGreaterThan(300);
        assertThat(staff.values().stream().filter(number -> number <= 20).count())
                .as("most companies are small")
                .isGreaterThan(staff.size() / 2);
    }

    @Test
    void tellsHowFarItHasCome(@TempDir Path small) {
        List<String> heard = new ArrayList<>();
        long[] done = {0};
        new CityGenerator(new CityPlan(PEOPLE, 7, 2025)).writeTo(small, new Progress() {
            @Override
            public void stage(String name, long total) {
                heard.add(name);
            }

            @Override
            public void advance(long more) {
                done[0] += more;
            }

            @Override
            public void finish() {
                heard.add("finish");
            }
        });
        assertThat(heard).containsExactly("city.people", "city.claims", "finish");
        assertThat(done[0]).isGreaterThan(PEOPLE);
    }

    @Test
    void refusesACityItCannotMake(@TempDir Path small) throws Exception {
        assertThatThrownBy(() -> new CityPlan(99, 1, 2025)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new CityPlan(1_000, 1, 1999)).isInstanceOf(ProblemException.class);
        Path file = Files.createFile(small.resolve("a-file"));
        assertThatThrownBy(() -> new CityGenerator(new CityPlan(100, 1, 2025)).writeTo(file, Progress.SILENT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo(CityProblem.UNWRITABLE));
        assertThatThrownBy(() -> CityManifest.read(small))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo(CityProblem.MANIFEST_MISSING));
        Files.writeString(small.resolve(CityManifest.FILE_NAME), "{\"people\":");
        assertThatThrownBy(() -> CityManifest.read(small))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo(CityProblem.MANIFEST_UNREADABLE));
    }

    private static final Set<String> IDENTITY =
            Set.of("id.length", "id.characters", "id.division", "id.birth-date", "id.checksum", "id.spreadsheet");
    private static final Set<String> CREDIT = Set.of(
            "credit-code.length",
            "credit-code.characters",
            "credit-code.organisation-checksum",
            "credit-code.checksum");
    private static final Set<String> ANY = Set.of(
            "load.ragged-row",
            "load.nul-byte",
            "load.broken-quote",
            "load.encoding",
            "load.double-key",
            "value.missing",
            "value.not-a-date");

    private static final Map<String, Set<String>> KINDS = Map.of(
            "institutions.csv",
            all(ANY, CREDIT, Set.of("value.too-long", "value.not-allowed", "period.reversed")),
            "companies.csv",
            all(ANY, CREDIT, Set.of("value.too-long")),
            "catalogue.csv",
            all(ANY, Set.of("value.too-long", "value.not-a-number", "value.not-allowed", "value.out-of-range")),
            "persons.csv",
            all(
                    ANY,
                    IDENTITY,
                    Set.of("value.too-long", "value.not-allowed", "person.sex-mismatch", "person.birth-mismatch")),
            "employments.csv",
            all(
                    ANY,
                    IDENTITY,
                    CREDIT,
                    Set.of("value.not-allowed", "person.unknown", "company.unknown", "period.reversed")),
            "enrolments.csv",
            all(ANY, IDENTITY, Set.of("value.not-allowed", "person.unknown", "period.reversed", "enrolment.overlap")),
            "accounts.csv",
            all(
                    ANY,
                    IDENTITY,
                    Set.of(
                            "value.too-long",
                            "value.not-a-number",
                            "value.not-allowed",
                            "value.out-of-range",
                            "person.unknown")),
            "claims.csv",
            all(
                    ANY,
                    IDENTITY,
                    Set.of(
                            "value.too-long",
                            "value.not-a-number",
                            "value.not-allowed",
                            "value.out-of-range",
                            "person.unknown",
                            "institution.unknown",
                            "period.reversed",
                            "claim.amount-mismatch",
                            "claim.no-lines",
                            "claim.line-rejected")),
            "claim-lines.csv",
            all(
                    ANY,
                    Set.of(
                            "value.too-long",
                            "value.not-a-number",
                            "value.out-of-range",
                            "line.no-claim",
                            "line.claim-rejected",
                            "line.amount-mismatch",
                            "line.outside-treatment")));

    @SafeVarargs
    private static Set<String> all(Set<String>... sets) {
        Set<String> all = new HashSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return all;
    }

    /** SHA-256 of the files of a city of 2,000 people, seed 7: whoever changes one changes every city. */
    private static final Map<String, String> GOLDEN = golden();

    private static Map<String, String> golden() {
        Map<String, String> golden = new LinkedHashMap<>();
        golden.put("accounts.csv", "ded42c47b55095b2217ae69dbd2185b22a8a837b6cc55ec98dd434f252998602");
        golden.put("catalogue.csv", "884e24cf2b8b59d4f243a7f6562231b9824f8b2dce2d51a2eeb7019b366d6941");
        golden.put("claim-lines.csv", "1c737c18bcc9d8f44698d701744bb1c70ca11038c7c0bef43c273aed0dfe3155");
        golden.put("claims.csv", "a241d0ef33a5fc0386f5b62b6a5acf4c835612c2daa9c7deddedce23e2ef26d9");
        golden.put("companies.csv", "0d2947541600035283184c7375099c0998342e570b1cd5c6e4bcfdc2a4811239");
        golden.put("employments.csv", "dbfda1750242343f5229ebdfc214869640de479ceb7cd85b79139012b9bf70f4");
        golden.put("enrolments.csv", "62991e41b3e8e6b12ae8bcd49a30034fd33ff1037f3124652e6855d12c5eda3b");
        golden.put("institutions.csv", "aae0bce010fb10821ccd30924bef7da9b8c6db3df0e6ec155b62a3c269630cf5");
        golden.put("persons.csv", "1ae86ea62cd4df80fa5d023b33b04f897ce06dc16290f9ea25c9c7d79e6dbe99");
        return golden;
    }
}
