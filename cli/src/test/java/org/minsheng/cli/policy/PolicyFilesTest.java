package org.minsheng.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.base.ProblemCode;
import org.minsheng.claim.engine.SettlementProblem;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.text.Language;
import org.minsheng.cli.text.Messages;
import org.minsheng.policy.PolicyProblem;

class PolicyFilesTest {
    private static final String PACK = """
            pack: {id: p, version: "1", status: unverified, valid_from: 2025-01-01, valid_to: 2025-12-31}
            facts:
              scheme: {employee: "310"}
            stages:
            - {id: pool, op: share, payer: hifp, ratio: 0.9, article: "19"}
            examples:
            - {id: nine-tenths, facts: {scheme: employee}, date: 2025-02-03, bill: {in_scope: 100}, expect: {hifp: 90}}
            """;

    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("pack.yaml"), text).toString();
    }

    @Test
    void findsNothingInTheShippedPack() {
        CliHarness.script()
                .run("policy", "lint", "qingdao-demo", "-q")
                .exits(ExitStatus.OK)
                .prints("line\tpath\tcode\treason");
    }

    @Test
    void showsInWordsWhatTheNextVersionChanges() throws IOException {
        String old = file(PACK);
        String young = Files.writeString(
                        folder.resolve("next.yaml"),
                        PACK.replace("version: \"1\"", "version: \"2\"")
                                .replace("ratio: 0.9,", "ratio: {by: scheme, employee: 0.85},")
                                .replace("2025-12-31", "2026-12-31")
                                .replace(
                                        "examples:",
                                        "- {id: account, op: draw, payer: acct, up_to: balance, article: \"20\"}\nexamples:")
                                .replace("hifp: 90", "hifp: 85"))
                .toString();
        assertThat(CliHarness.terminal().run("policy", "diff", old, young).out())
                .isEqualTo("""
                        pack p
                          last day: 2025-12-31 → 2026-12-31

                        stage pool
                          ratio (employee): 85 % · new
                          ratio: 90 % · gone

                        stage account · new
                          operator: draw · new
                          payer: acct · new
                          kept apart by: scheme · new
                          of: patient · new
                          rounded to: 0.01 half_up · new
                          article: 20 · new
                        """);
        assertThat(CliHarness.terminal()
                        .run("policy", "diff", old, young, "--lang", "zh")
                        .out())
                .contains("步骤 pool\n  比例（", "截止日: 2025-12-31 → 2026-12-31");
        CliHarness.script()
                .run("policy", "diff", old, young, "-o", "ndjson")
                .exits(ExitStatus.OK)
                .printsSomeOf("{\"change\":\"changed\",\"section\":\"pack\",\"rule\":\"p\",\"trait\":\"valid_to\"");
        CliHarness.script()
                .run("policy", "diff", old, old, "-v")
                .exits(ExitStatus.OK)
                .says("The two packs say the same.");
        CliHarness.script().run("policy", "diff", old, "no-such-pack").exits(ExitStatus.NOT_FOUND);
    }

    @Test
    void listsTheFindingsOfALint() throws IOException {
        CliHarness.script()
                .run("policy", "lint", file(PACK.replace(", article: \"19\"", "")))
                .exits(ExitStatus.FINDINGS)
                .prints("line\tpath\tcode\treason", "5\tstages.pool\tpolicy.no-article\tStage pool names no article.")
                .says("error: " + folder.resolve("pack.yaml") + ": 1 finding(s).");
    }

    @Test
    void runsTheExamplesOfAPack() throws IOException {
        CliHarness.script()
                .run("policy", "test", file(PACK), "-q")
                .exits(ExitStatus.OK)
                .prints("line\texample\tpassed\tamount_of\texpected\tfound", "7\tnine-tenths\ttrue\t\t\t")
                .saysNothing();
    }

    @Test
    void showsWhatAFailingExampleExpectedAndFound() {
        CliHarness.script()
                .input(PACK.replace("hifp: 90", "hifp: 91"))
                .run("policy", "test", "-")
                .exits(ExitStatus.FINDINGS)
                .prints(
                        "line\texample\tpassed\tamount_of\texpected\tfound",
                        "7\tnine-tenths\tfalse\thifp\t91.00\t90.00")
                .says("error: standard input: 1 of 1 worked examples failed.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "payer: hifp | payer: bank | 5, stages[0].payer: \"bank\" is not one of hifp, hifob, hifmi, cvlserv, hifes, hifdm,"
                        + " maf, oth, hosp_part, acct, acct_mulaid, cash.",
                "payer: hifp | payor: hifp | 5: stages[0].payor is no key of the language; payer is missing.",
                "ratio: 0.9 | ratio: 1.2 | 5, stages[0].ratio: \"1.2\" is not a ratio between 0 and 1.",
                "ratio: 0.9 | ratio: 0.9, rate: 1 | 5: stages[0].rate is no key of the language.",
                "op: share, | '' | 5, stages[0]: the key op is missing.",
                "id: pool | id: [pool | 5: this is not YAML: while parsing a flow sequence: expected ',' or ']', but got }",
                "date: 2025-02-03 | date: 2025-02-30 | 7, examples[0].date: \"2025-02-30\" is not a date like 2025-03-18.",
            })
    void namesFileLineKeyAndReason(String good, String bad, String sentence) throws IOException {
        String file = file(PACK.replace(good, bad == null ? "" : bad));
        for (String verb : List.of("lint", "test")) {
            CliHarness.script()
                    .run("policy", verb, file)
                    .exits(ExitStatus.USAGE)
                    .printsNothing()
                    .saysSomeOf("error: " + file + ", line " + sentence)
                    .saysSomeOf("\nhint: ");
        }
    }

    @Test
    void refusesAFileThatIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("pack.bin"), new byte[] {(byte) 0xff, 0, 1});
        CliHarness.script()
                .run("policy", "lint", file.toString())
                .exits(ExitStatus.USAGE)
                .says("error: " + file + " is not a text in UTF-8.", "hint: save it as UTF-8");
        CliHarness.script()
                .input("")
                .run("policy", "lint", "-")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("no text");
    }

    @Test
    void saysItInChinese() throws IOException {
        String file = file(PACK.replace("ratio: 0.9", "ration: 0.9"));
        CliHarness.script()
                .run("policy", "lint", file, "--lang", "zh")
                .exits(ExitStatus.USAGE)
                .says("错误：" + file + " 第 5 行：stages[0].ration 不是规则语言的键；缺少 ratio。", "建议：请把 ration 改写为 ratio");
        CliHarness.script()
                .run("policy", "test", file(PACK.replace("hifp: 90", "hifp: 91")), "--lang", "zh")
                .exits(ExitStatus.FINDINGS)
                .saysSomeOf("1 个算例中有 1 个不符。");
    }

    @Test
    void namesTheShippedPacksWhereThereIsNeitherFileNorPack() {
        CliHarness.script()
                .run("policy", "lint", "atlantis")
                .exits(ExitStatus.NOT_FOUND)
                .saysSomeOf("qingdao-demo, tengzhou-ltc-demo");
    }

    @Test
    void namesAFileThatIsNotThere() {
        CliHarness.script()
                .run("policy", "test", "/nonexistent/pack.yaml")
                .exits(ExitStatus.NOT_FOUND)
                .saysSomeOf("/nonexistent/pack.yaml");
    }

    @Test
    void hasATextForEachProblemInBothLanguages() {
        for (Language language : Language.values()) {
            Properties texts = Messages.ofFile("policy", language);
            assertThat(codes())
                    .allSatisfy(code -> assertThat(texts).as(language.tag()).containsKey(code));
        }
        assertThat(Arrays.stream(Language.values())
                        .map(language -> Messages.ofFile("policy", language).keySet()))
                .as("the same keys in each language")
                .containsOnly(
                        Messages.ofFile("policy", Language.ofLocale(Map.of())).keySet());
    }

    private static Stream<String> codes() {
        return Stream.<ProblemCode>concat(
                        Arrays.stream(PolicyProblem.values()), Arrays.stream(SettlementProblem.values()))
                .map(ProblemCode::code);
    }
}
