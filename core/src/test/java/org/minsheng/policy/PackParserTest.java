package org.minsheng.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;

class PackParserTest {
    private static final String GOOD = """
            pack: {id: p, version: "1", status: unverified, valid_from: 2025-01-01, valid_to: 2025-12-31}
            facts:
              scheme: {employee: "310"}
              tier: {1: "1", 2: "2"}
            counters:
              stay: {count: claims, window: year}
            stages:
            - id: pool
              op: share
              payer: hifp
              ratio: {by: tier, 1: 0.9, 2: 0.8}
              times: {nth: stay, is: [1, 0.5]}
              article: "19"
            """;

    private static Problem problem(String yaml) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> PackCompiler.compile(yaml));
        assertThat(thrown).as(yaml).isNotNull();
        return thrown.problem();
    }

    @Test
    void readsAPackInGoodOrder() {
        PolicyPack pack = PackParser.parse(GOOD);
        assertThat(pack.head().id()).isEqualTo("p");
        assertThat(pack.stages()).singleElement().satisfies(stage -> {
            assertThat(stage.line()).isEqualTo(8);
            assertThat(stage.article()).isEqualTo("19");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "article: \"19\"   | artikel: \"19\"          | policy.unknown-key   | stages[0].artikel | 13",
                "article: \"19\"   | op: share                | policy.double-key    | stages[0].op      | 13",
                "op: share         | op: split                | policy.wrong-value   | stages[0].op      | 9",
                "payer: hifp       | payer: bank              | policy.wrong-value   | stages[0].payer   | 10",
                "payer: hifp       | payer: cash              | policy.wrong-value   | stages[0].payer   | 10",
                "payer: hifp       | payer: acct              | policy.not-together  | stages[0].payer   | 10",
                "2: 0.8            | 3: 0.8                   | policy.unknown-name  | stages[0].ratio.3 | 11",
                "2: 0.8            | 2: [0.8]                 | policy.wrong-value   | stages[0].ratio.2 | 11",
                "2: 0.8            | 2: 0.80001               | policy.wrong-value   | stages[0].ratio.2 | 11",
                "2: 0.8            | 2: -0.8                  | policy.wrong-value   | stages[0].ratio.2 | 11",
                "2: 0.8            | 2: 1.2                   | policy.wrong-value   | stages[0].ratio.2 | 11",
                "payer: hifp       | payor: hifp              | policy.misspelt-key  | stages[0].payor   | 10",
                "2: 0.8            | 2: eighty                | policy.wrong-value   | stages[0].ratio.2 | 11",
                "by: tier          | by: level                | policy.unknown-name  | stages[0].ratio.by | 11",
                "nth: stay         | nth: visit               | policy.unknown-name  | stages[0].times.nth | 12",
                "'is: [1, 0.5]'    | 'is: []'                 | policy.wrong-value   | stages[0].times.is | 12",
                "count: claims     | count: lines             | policy.wrong-value   | counters.stay.count | 6",
                "window: year      | window: decade           | policy.wrong-value   | counters.stay.window | 6",
                "status: unverified | status: good            | policy.wrong-value   | pack.status       | 1",
                "2025-12-31        | 2024-12-31               | policy.wrong-value   | pack              | 1",
                "2025-12-31        | 2025-02-30               | policy.wrong-value   | pack.valid_to     | 1",
                "id: pool          | id: stay                 | policy.double-key    | stages            | 8",
                "ratio:            | on: open(year)           | policy.not-yaml      |                   | 11",
            })
    void saysWhatIsWrongAndWhere(String good, String bad, String code, String path, int line) {
        String yaml = GOOD.replace(good, bad);
        assertThat(yaml).isNotEqualTo(GOOD);
        Problem problem = problem(yaml);
        assertThat(problem.code().code()).as(problem.toString()).isEqualTo(code);
        assertThat(problem.facts().get("path")).as(problem.toString()).isEqualTo(path == null ? "" : path);
        assertThat(problem.facts().get("line")).as(problem.toString()).isEqualTo(line);
    }

    @Test
    void refusesAMissingKey() {
        Problem problem = problem(GOOD.replace("  payer: hifp\n", ""));
        assertThat(problem.code()).isEqualTo(PolicyProblem.MISSING_KEY);
        assertThat(problem.facts()).containsEntry("key", "payer").containsEntry("line", 8);
    }

    @ParameterizedTest
    @CsvSource({"''", "[]", "pack", "'pack: {'", "'{}'", "'pack: {id: p}\n---\npack: {id: q}'"})
    void refusesWhatIsNoPack(String text) {
        assertThat(problem(text).code().code()).startsWith("policy.");
    }

    @Test
    void refusesATextWithoutEnd() {
        assertThat(problem("#".repeat(YamlReader.LENGTH_MAX + 1)).code()).isEqualTo(PolicyProblem.TOO_LONG);
    }

    @Test
    void refusesMoreCasesThanCanBeCompiled() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            values.append(i == 0 ? "" : ", ").append("v").append(i).append(": ").append(i);
        }
        String facts = "facts:\n  scheme: {employee: \"310\"}\n  a: {" + values + "}\n  b: {" + values + "}\n";
        assertThat(problem(GOOD.replace("facts:\n  scheme: {employee: \"310\"}\n", facts))
                        .code())
                .isEqualTo(PolicyProblem.TOO_MANY_CASES);
    }

    @Test
    void namesTheKnownPacksWhenAskedForAnother() {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> Packs.builtIn("atlantis"));
        assertThat(thrown.problem().code()).isEqualTo(PolicyProblem.UNKNOWN_PACK);
        assertThat(thrown.problem().facts().get("known").toString()).contains("qingdao-demo");
    }
}
