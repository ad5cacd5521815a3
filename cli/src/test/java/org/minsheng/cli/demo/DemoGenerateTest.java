package org.minsheng.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.bureau.city.CityManifest;
import org.minsheng.bureau.city.CityPlan;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;

class DemoGenerateTest {
    @TempDir
    private Path folder;

    @Test
    void writesTheFilesAndTellsWhatTheyHold() {
        CliResult result = CliHarness.script()
                .run("demo", "generate", "--people", "100", "--out", folder.toString(), "--yes", "-q")
                .exits(ExitStatus.OK);

        CityManifest manifest = CityManifest.read(folder);
        assertThat(manifest.plan()).isEqualTo(new CityPlan(100, 7, 2025));
        assertThat(manifest.files()).hasSize(9).allSatisfy(file -> {
            assertThat(folder.resolve(file.name())).isRegularFile();
            result.printsSomeOf(
                    file.name() + "\t" + file.rows() + "\t" + file.good() + "\t" + file.bad() + "\t" + file.sha256());
        });
    }

    @Test
    void takesAnotherSeedAndYear() {
        CliHarness.script()
                .runOnce(
                        "demo",
                        "generate",
                        "--people",
                        "120",
                        "--seed",
                        "-3",
                        "--year",
                        "2024",
                        "--out",
                        folder.toString())
                .exits(ExitStatus.OK);

        assertThat(CityManifest.read(folder).plan()).isEqualTo(new CityPlan(120, -3, 2024));
    }

    @Test
    void asksBeforeItReplacesACity() throws Exception {
        String[] words = {"demo", "generate", "--people", "100", "--out", folder.toString()};
        CliHarness.script().runOnce(words).exits(ExitStatus.OK);
        byte[] before = Files.readAllBytes(folder.resolve("persons.csv"));

        CliHarness.script().runOnce(words).exits(ExitStatus.USAGE).saysSomeOf(folder.toString());
        CliHarness.terminal().input("n\n").runOnce(words).exits(ExitStatus.FAILED);
        CliHarness.terminal().input("y\n").runOnce(words).exits(ExitStatus.OK).saysSomeOf("100");

        assertThat(Files.readAllBytes(folder.resolve("persons.csv"))).isEqualTo(before);
    }

    @Test
    void refusesACityItCannotMake() throws Exception {
        CliHarness.script()
                .run("demo", "generate", "--people", "99", "--out", folder.toString())
                .exits(ExitStatus.USAGE)
                .says(
                        "error: A city of 99 people cannot be made.",
                        "why: It needs at least 100 people and may have at most 10000000.",
                        "hint: name a number between 100 and 10000000");
        CliHarness.script()
                .run(
                        "demo",
                        "generate",
                        "--people",
                        "100",
                        "--year",
                        "1949",
                        "--out",
                        folder.toString(),
                        "--lang",
                        "zh")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("1949");
        Path file = Files.createFile(folder.resolve("file"));
        CliHarness.script()
                .run("demo", "generate", "--people", "100", "--out", file.toString())
                .exits(ExitStatus.FAILED)
                .saysSomeOf("cannot be written");
    }

    @Test
    void beginsItsHelpWithAnExample() {
        CliHarness.script()
                .run("demo", "generate", "--help")
                .exits(ExitStatus.OK)
                .printsSomeOf("$ minsheng demo generate --people 20000 --out city");
    }
}
