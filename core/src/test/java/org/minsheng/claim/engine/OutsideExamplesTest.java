package org.minsheng.claim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.base.Ratio;
import org.minsheng.claim.CatalogueItem;
import org.minsheng.claim.ItemClass;
import org.minsheng.claim.LinePrice;
import org.minsheng.policy.Facts;
import org.minsheng.policy.TestPacks;

/**
 * Settlements that others published, through real packs and the one engine. The collection is not part of this
 * repository; where it does not lie beside it, these tests are skipped.
 */
class OutsideExamplesTest {
    private static final String FILE = "shared/data/claim-examples.json";
    private static final LocalDate IN_2025 = LocalDate.of(2025, 3, 18);
    private static final LocalDate IN_2015 = LocalDate.of(2015, 3, 18);

    private static final long YUAN_MILLIONTHS = 1_000_000;
    private static final long FEN_MILLIONTHS = 10_000;

    private static final Map<String, JsonNode> EXAMPLES = new HashMap<>();

    @BeforeAll
    static void readThem() throws IOException {
        Path file = find();
        assumeTrue(file != null, "no " + FILE + " beside this repository");
        for (JsonNode example :
                new ObjectMapper().readTree(Files.readAllBytes(file)).get("examples")) {
            EXAMPLES.put(example.get("id").asText(), example);
        }
    }

    private static Path find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(FILE);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    /** The settlement of the example's amounts: facts are codes of the pack. */
    private static Settled settle(String pack, Facts facts, LocalDate date, String history, List<PricedSlice> slices) {
        PersonState before = PersonState.of(0, CounterEntries.decode(history, date));
        PricedClaim claim = new PricedClaim(new ClaimKey("outside", "1"), date, facts, slices);
        Settled settled = SettlementEngine.settle(TestPacks.compiled(pack), before, claim);
        assertThat(settled.outcome()).as(String.valueOf(settled.held())).isEqualTo(Outcome.SETTLED);
        return settled;
    }

    private static PricedSlice slice(LocalDate date, String portion, long own, long selfFirst, long inScope) {
        return new PricedSlice(date, portion, own + selfFirst + inScope, own, 0, selfFirst, inScope);
    }

    private static long fen(String id, String group, String name) {
        JsonNode example = EXAMPLES.get(id);
        BigDecimal number = new BigDecimal(example.get(group).get(name).asText());
        boolean inFen = example.get("unit").asText().equals("fen");
        return (inFen ? number : number.movePointRight(2)).longValueExact();
    }

    private static long expected(String id, String name) {
        return fen(id, "expected", name);
    }

    private static Facts generic(String scheme, String treatment, String place) {
        return new Facts(scheme, scheme.equals("310") ? "11" : "14", treatment, null, null).with("place", place);
    }

    @Test
    void everyExampleIsSettledOrPricedHere() {
        Set<String> here = Set.of(
                "CN-MEDBENCH-1",
                "CN-HIS-1",
                "CN-HIS-3",
                "CN-PRICE-A",
                "CN-PRICE-Q1",
                "CN-SHANGLUO-1",
                "CN-XIANYANG-1",
                "JP-KOGAKU-1",
                "JP-KOGAKU-4",
                "JP-KOGAKU-9",
                "JP-KOGAKU-12",
                "JP-KOGAKU-14",
                "JP-NANBYO-1",
                "QD-DERIVED-1",
                "QD-DERIVED-3",
                "QD-DERIVED-5",
                "QD-DERIVED-7",
                "LTC-TZ-DERIVED-1",
                "LTC-TZ-DERIVED-4",
                "CN-PRICE-B",
                "CN-PRICE-LIMIT",
                "CN-PRICE-OUT",
                "CN-CATALOG-D");
        List<String> left = new ArrayList<>(EXAMPLES.keySet());
        left.removeAll(here);
        assertThat(left).isEmpty();
    }

    @Test
    void everythingOutsideTheCatalogueIsThePatients() {
        String id = "CN-MEDBENCH-1";
        List<PricedSlice> slices = List.of(slice(IN_2025, "", expected(id, "full_self_pay"), 0, 0));
        Payers payers = settle("generic", generic("310", "21", "medbench"), IN_2025, "", slices)
                .payers();
        assertThat(payers.funds()).isEqualTo(expected(id, "fund_pay"));
        assertThat(payers.patient()).isEqualTo(expected(id, "patient_total"));
    }

    @ParameterizedTest
    @CsvSource({
        "CN-HIS-1, 310, his, 2300, 600, 11340",
        "CN-HIS-3, 390, his, 500, 600, 5400",
        "CN-SHANGLUO-1, 310, shangluo, 0, 0, 50000",
        "CN-XIANYANG-1, 390, xianyang, 0, 0, 10000",
    })
    void settlesOutpatientVisitsOfSeveralCities(
            String id, String scheme, String place, long own, long selfFirst, long inScope) {
        List<PricedSlice> slices = List.of(slice(IN_2025, "", own, selfFirst, inScope));
        Payers payers = settle("generic", generic(scheme, "11", place), IN_2025, "", slices)
                .payers();
        assertThat(payers.funds()).isEqualTo(expected(id, "fund_pay"));
        for (String name : List.of("deductible_pay", "deductible")) {
            if (EXAMPLES.get(id).get("expected").has(name)) {
                assertThat(payers.deductible()).isEqualTo(expected(id, name));
            }
        }
    }

    @Test
    void takesAContractsShare() {
        Payers payers = settle(
                        "generic",
                        generic("310", "11", "contract"),
                        IN_2025,
                        "",
                        List.of(slice(IN_2025, "", 0, 0, fen("CN-PRICE-A", "inputs", "unit"))))
                .payers();
        assertThat(payers.funds()).isEqualTo(expected("CN-PRICE-A", "after_deductible"));
    }

    @Test
    void keepsNestedCeilings() {
        Payers payers = settle(
                        "generic",
                        generic("310", "11", "ceilings"),
                        IN_2025,
                        "",
                        List.of(slice(IN_2025, "", 0, 0, fen("CN-PRICE-Q1", "inputs", "amount"))))
                .payers();
        assertThat(payers.funds()).isEqualTo(expected("CN-PRICE-Q1", "capped"));
    }

    @ParameterizedTest
    @CsvSource({
        "JP-KOGAKU-1, A, g, ''",
        "JP-KOGAKU-4, C, g, ''",
        "JP-KOGAKU-9, C, g, 'month_cap=1@2014-12-05;month_cap=1@2015-01-05;month_cap=1@2015-02-05'",
        "JP-KOGAKU-12, C, s, ''",
        "JP-NANBYO-1, A, i, ''",
    })
    void capsAJapanesePatientsMonth(String id, String person, String treatment, String history) {
        Facts facts = new Facts("jp", person, treatment, null, null);
        List<PricedSlice> slices = List.of(slice(IN_2015, "", 0, 0, fen(id, "inputs", "total")));
        Payers payers = settle("japan", facts, IN_2015, history, slices).payers();
        assertThat(payers.patient()).isEqualTo(expected(id, "patient_total"));
        if (EXAMPLES.get(id).get("expected").has("disease_fund_pay")) {
            assertThat(payers.maf()).isEqualTo(expected(id, "disease_fund_pay"));
        }
    }

    @Test
    void coordinatesInsuranceAndAPublicFund() {
        String id = "JP-KOGAKU-14";
        List<PricedSlice> slices = List.of(
                slice(IN_2015, "p", 0, 0, fen(id, "inputs", "part_with_public_fund")),
                slice(IN_2015, "", 0, 0, fen(id, "inputs", "part_insurance_only")));
        Payers payers = settle("japan", new Facts("jp", "A", "g", null, null), IN_2015, "", slices)
                .payers();
        assertThat(payers.patient()).isEqualTo(expected(id, "patient_total"));
        assertThat(payers.billed() - payers.hifp()).isEqualTo(expected(id, "insurance_uncovered"));
        assertThat(payers.maf() + expected(id, "patient_on_public_part")).isEqualTo(expected(id, "public_fund_liable"));
    }

    @ParameterizedTest
    @CsvSource({
        "QD-DERIVED-1, 310, 11, 3, ''",
        "QD-DERIVED-3, 310, 11, 3, stay/310=1@2025-01-02",
        "QD-DERIVED-5, 390, 14, 2, ''",
        "QD-DERIVED-7, 390, 14, 3, ''",
    })
    void settlesQingdaoStays(String id, String scheme, String person, String tier, String history) {
        Facts facts = new Facts(scheme, person, "21", tier, "local");
        List<PricedSlice> slices = List.of(slice(IN_2025, "", 0, 0, fen(id, "inputs", "in_scope")));
        Payers payers = settle("qingdao-demo", facts, IN_2025, history == null ? "" : history, slices)
                .payers();
        assertThat(payers.hifp()).isEqualTo(expected(id, "fund_pay"));
        if (EXAMPLES.get(id).get("expected").has("catastrophic_pay")) {
            assertThat(payers.hifmi()).isEqualTo(expected(id, "catastrophic_pay"));
            assertThat(payers.patient()).isEqualTo(expected(id, "patient_total"));
        }
    }

    @ParameterizedTest
    @CsvSource({"LTC-TZ-DERIVED-1, L1, 1", "LTC-TZ-DERIVED-4, L2, ''"})
    void settlesADayOfLongTermCare(String id, String treatment, String tier) {
        Facts facts = new Facts("410", "11", treatment, tier, null);
        List<PricedSlice> slices = List.of(slice(IN_2025, "", 0, 0, fen(id, "inputs", "actual_cost")));
        Payers payers = settle("tengzhou-ltc-demo", facts, IN_2025, "", slices).payers();
        assertThat(payers.funds()).isEqualTo(expected(id, "fund_pay"));
    }

    /** One unit of an item whose class, share and limit the example names; null for what the catalogue does not name. */
    private static LinePrice price(String id, ItemClass itemClass) {
        JsonNode rules = EXAMPLES.get(id).get("rule_params");
        long limit =
                rules.has("limit_price") ? rules.get("limit_price").asLong() * FEN_MILLIONTHS : CatalogueItem.UNLIMITED;
        CatalogueItem item = itemClass == null
                ? null
                : new CatalogueItem(
                        id, itemClass, Ratio.parse(rules.get("self_first").asText()), new long[] {limit, limit, limit});
        long unit = EXAMPLES.get(id).get("inputs").get("unit").asLong();
        return LinePrice.of(item, 1, 10_000, unit * FEN_MILLIONTHS, unit);
    }

    /** What happens to lines before settling: the catalogue's part, not the pack's. */
    @Test
    void pricesLinesByTheCatalogue() {
        assertThat(price("CN-PRICE-B", ItemClass.B).selfFirst()).isEqualTo(expected("CN-PRICE-B", "self_pay"));
        assertThat(price("CN-PRICE-B", ItemClass.B).inScope()).isEqualTo(expected("CN-PRICE-B", "reimbursable"));
        assertThat(price("CN-PRICE-LIMIT", ItemClass.B).overLimit())
                .isEqualTo(expected("CN-PRICE-LIMIT", "limit_excess"));
        assertThat(price("CN-PRICE-LIMIT", ItemClass.B).inScope())
                .isEqualTo(expected("CN-PRICE-LIMIT", "reimbursable"));
        assertThat(price("CN-PRICE-OUT", null).own()).isEqualTo(expected("CN-PRICE-OUT", "self_pay"));
        assertThat(price("CN-PRICE-OUT", null).inScope()).isEqualTo(expected("CN-PRICE-OUT", "reimbursable"));
    }

    @Test
    void splitsABillByTheCatalogueBeforeTheDeductible() {
        String id = "CN-CATALOG-D";
        long classB = fen(id, "inputs", "class_b");
        long classC = fen(id, "inputs", "class_c");
        long classA = fen(id, "inputs", "total") - classB - classC;
        int share = Ratio.parse(
                EXAMPLES.get(id).get("rule_params").get("class_b_self_first").asText());
        LinePrice ofB = of(ItemClass.B, share, classB);
        assertThat(ofB.selfFirst()).isEqualTo(expected(id, "class_b_self"));
        assertThat(of(ItemClass.A, 0, classA).inScope()
                        + ofB.inScope()
                        + of(ItemClass.C, 0, classC).inScope())
                .isEqualTo(expected(id, "in_scope"));
    }

    private static LinePrice of(ItemClass itemClass, int selfFirst, long fen) {
        long none = CatalogueItem.UNLIMITED;
        CatalogueItem item = new CatalogueItem("item", itemClass, selfFirst, new long[] {none, none, none});
        return LinePrice.of(item, 3, 10_000, fen / 100 * YUAN_MILLIONTHS, fen);
    }
}
