package org.minsheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackDiffTest {
    private static final String QINGDAO = Packs.builtInText("qingdao-demo");

    private static List<String> changes(String before, String after) {
        return PackDiff.between(
                        PackCompiler.compile(before).source(),
                        PackCompiler.compile(after).source())
                .stream()
                .map(difference -> String.join(
                        " | ",
                        difference.kind().text() + " " + difference.section() + " " + difference.rule(),
                        (difference.trait() + " " + difference.place()).strip() + difference.when(),
                        difference.before() + " > " + difference.after()))
                .toList();
    }

    @Test
    void findsNothingBetweenAPackAndItself() {
        for (String pack : Packs.builtInNames()) {
            assertThat(changes(Packs.builtInText(pack), Packs.builtInText(pack)))
                    .isEmpty();
        }
    }

    @Test
    void comparesWhatRulesSayAndNotHowTheyAreWritten() {
        String written = QINGDAO.replace(
                        "amount: {by: tier, 1: 200, 2: 500, 3: 800}", "amount: {3: 800.00, 1: 200, by: tier, 2: 500}")
                .replace("0.92", "0.920");
        assertThat(written).isNotEqualTo(QINGDAO);
        assertThat(changes(QINGDAO, "# a comment\n" + written)).isEmpty();
    }

    @Test
    void namesEachValueThatChangesWithItsCase() {
        String reform = QINGDAO.replace("version: \"2025.1\"", "version: \"2026.1\"")
                .replace(
                        "      inpatient: {by: tier, 1: 0.92, 2: 0.90, 3: 0.88}",
                        "      inpatient: {by: tier, 1: 0.92, 2: 0.90, 3: 0.86}")
                .replace("employee: 600000,", "employee: 650000,")
                .replace("- {to: 100000, ratio: 0.60}", "- {to: 120000, ratio: 0.60}")
                .replace("is: [1, 0.5, 0]", "is: [1, 0.5, 0.2]")
                .replace(
                        "when: {person: retired, treatment: [inpatient, maternity]}, points: 0.03",
                        "when: {person: retired, treatment: [maternity, inpatient]}, points: 0.04");
        assertThat(changes(QINGDAO, reform))
                .containsExactlyInAnyOrder(
                        "changed stage pool | ratio{scheme=employee, treatment=inpatient, tier=3} | 88 % > 86 %",
                        "changed stage pool | points person retired; treatment inpatient, maternity{} | 3 % > 4 %",
                        "changed stage pool | cap year{scheme=employee} | 600000.00 > 650000.00",
                        "changed stage serious | to 1{} | 100000.00 > 120000.00",
                        "changed stage deductible | times stay 3{} | 0 > 0.2");
    }

    @Test
    void tellsOfRulesThatComeAndGoAndOfAnotherOrder() {
        int account = QINGDAO.indexOf("# The personal account pays before cash");
        int end = QINGDAO.indexOf("examples:");
        String stage = QINGDAO.substring(account, end);
        String aid = stage.replace("id: account", "id: aid")
                .replace("payer: acct\n  up_to: balance", "payer: maf\n  on: open\n  up_to: 500");
        assertThat(changes(QINGDAO, QINGDAO.substring(0, end) + aid + QINGDAO.substring(end)))
                .contains("added stage aid | {} | null > null", "added stage aid | up_to{} | null > 500.00");
        assertThat(changes(QINGDAO.substring(0, end) + aid + QINGDAO.substring(end), QINGDAO))
                .contains("removed stage aid | {} | null > null", "removed stage aid | payer{} | maf > null");
        assertThat(changes(
                        QINGDAO.substring(0, end) + aid + QINGDAO.substring(end),
                        QINGDAO.substring(0, account) + aid + stage + QINGDAO.substring(end)))
                .hasSize(1)
                .allMatch(change -> change.startsWith("moved stage  | order{} | "));
    }
}
