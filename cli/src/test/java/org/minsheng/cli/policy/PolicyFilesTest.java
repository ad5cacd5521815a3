package org.minsheng.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void listsTheFindingsOfALint() throws IOException {
        CliHarness.script()
                .run("policy", "lint", file(PACK.replace(", article: \"19\"", "")))
                .exits(ExitStatus.FINDINGS)
                .prints("line\tpath\tcode\treason", "5\tstages.pool\tpolicy.no-article\tStage pool names no article.")
                .says("error: 1 findings on the pack p.");
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
                .says("error: 1 of 1 worked examples failed.");
    }

    @Test
    void saysWhereATextIsWrong() throws IOException {
        CliHarness.script()
                .run("policy", "lint", file(PACK.replace("payer: hifp", "payer: bank")))
                .exits(ExitStatus.USAGE)
                .printsNothing()
                .saysSomeOf("\"bank\" is not one of hifp, hifob");
    }

    @Test
    void saysItInChinese() throws IOException {
        CliHarness.script()
                .run("policy", "lint", file(PACK.replace("ratio: 0.9", "ration: 0.9")), "--lang", "zh")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("缺少键 ratio（第 5 行，stages[0]）。");
        CliHarness.script()
                .run("policy", "test", file(PACK.replace("hifp: 90", "hifp: 91")), "--lang", "zh")
                .exits(ExitStatus.FINDINGS)
                .saysSomeOf("1 个算例中有 1 个不符。");
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
