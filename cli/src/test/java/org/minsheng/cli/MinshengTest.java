package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.cli.command.ExitStatus;

class MinshengTest {
    @Test
    void showsOneScreenWhenNothingIsAsked() {
        CliResult result = CliHarness.terminal().run().exits(ExitStatus.OK).saysNothing();

        assertThat(result.out().lines().count()).isLessThan(40);
        result.printsSomeOf("id check 11010519491231002X");
    }

    @Test
    void printsItsVersion() {
        CliHarness.script().run("--version").exits(ExitStatus.OK).prints("minsheng " + Minsheng.version());
    }

    @Test
    void suggestsTheGroupThatWasMeant() {
        CliHarness.script()
                .run("idd", "check")
                .exits(ExitStatus.USAGE)
                .printsNothing()
                .says("error: minsheng has no command idd.", "hint: try: minsheng id");
    }

    @Test
    void suggestsTheVerbThatWasMeant() {
        CliHarness.script()
                .run("id", "chek")
                .exits(ExitStatus.USAGE)
                .says("error: minsheng id has no command chek.", "hint: try: minsheng id check");
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        CliHarness.script()
                .run("id", "check", "--revela", "1")
                .exits(ExitStatus.USAGE)
                .says("error: minsheng id check has no option --revela.", "hint: try: minsheng id check --reveal");
        CliHarness.script()
                .run("calendar", "show", "--year", "2025")
                .exits(ExitStatus.USAGE)
                .says("error: minsheng calendar show has no option --year.", "hint: try: minsheng calendar show YEAR");
    }

    @Test
    void tellsUsageErrorsAsJsonToPrograms() {
        CliHarness.script()
                .run("id", "chek", "-o", "json")
                .exits(ExitStatus.USAGE)
                .says("{\"error\":{\"code\":\"usage.unknown-command\","
                        + "\"message\":\"minsheng id has no command chek.\",\"hint\":\"try: minsheng id check\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NUMBER",
                "person NUMBER",
                "person show NUMBER NUMBER",
                "person show 1 NUMBER -o json",
                "person show 1 --NUMBER",
                "claim list --state NUMBER",
                "calendar show NUMBER -o json",
                "id check 1 --as-of NUMBER -ojson",
                "id check 1 -o NUMBER",
                "help NUMBER",
            })
    void masksNumbersOfPersonsInWhatItCannotUnderstand(String words) {
        for (String number : List.of("370205198905296540", "37020519890529654X", "370205890529654")) {
            CliResult result = CliHarness.script()
                    .run(words.replace("NUMBER", number).split(" "))
                    .exits(ExitStatus.USAGE)
                    .printsNothing();
            assertThat(result.err()).doesNotContain(number).contains("3702*******");
        }
    }

    @Test
    void masksNumbersOfPersonsInTheStackTraceToo() {
        CliResult result = CliHarness.script()
                .runOnce("person", "show", "1", "370205198905296540", "--debug")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("UnmatchedArgumentException");
        assertThat(result.err()).doesNotContain("370205198905296540");
    }

    @Test
    void masksNumbersThatAreWrittenInGroups() {
        CliHarness.script()
                .run("person", "370205 19890529 6540")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("minsheng person has no command 3702************6540.");
    }

    @Test
    void speaksChineseByOptionAndByLocale() {
        String sentence = "错误：minsheng id 没有 chek 这个命令。";

        CliHarness.script().run("--lang", "zh", "id", "chek").saysSomeOf(sentence);
        CliHarness.script().with("LC_ALL", "zh_CN.UTF-8").run("id", "chek").saysSomeOf(sentence);
        CliHarness.script().with("MINSHENG_LANG", "zh").run("id", "chek").saysSomeOf(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id chek -o json",
                "id chek -ojson",
                "id chek -o=json",
                "id chek -qojson",
                "id chek --output json",
                "id chek --output=json",
                "-vo json id chek",
            })
    void tellsUsageErrorsAsJsonHoweverTheFormatIsAskedFor(String words) {
        CliHarness.script()
                .run(words.split(" "))
                .exits(ExitStatus.USAGE)
                .saysSomeOf(
                        "{\"error\":{\"code\":\"usage.unknown-command\",\"message\":\"minsheng id has no command chek.\"");
    }

    @Test
    void tellsUsageErrorsAsTheFileOfTheHomeSays(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("config.properties"), "output=json\nlang=zh\n");

        CliHarness.script()
                .home(home)
                .run("id", "chek")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("\"message\":\"minsheng id 没有 chek 这个命令。\"");
        CliHarness.script()
                .home(home)
                .run("id", "chek", "-otable", "--lang", "en")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("error: minsheng id has no command chek.");
    }

    @Test
    void tellsUsageErrorsThoughTheFileOfTheHomeIsBroken(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("config.properties"), "langauge=zh\n");

        CliHarness.script()
                .home(home)
                .run("id", "chek")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("error: minsheng id has no command chek.");
    }

    /** Such as one with Chinese letters in a locale that has none. */
    @Test
    void refusesAHomeThatIsNoPath() {
        String noPath = "a\0b";

        CliHarness.script()
                .with("MINSHENG_HOME", noPath)
                .run("id", "check", "1")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("error: The setting home cannot be a\0b (from MINSHENG_HOME).");
        CliHarness.script()
                .with("MINSHENG_HOME", noPath)
                .run("id", "chek")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("error: minsheng id has no command chek.");
    }

    @Test
    void namesTheValuesThatAnOptionMayHave() {
        CliHarness.script()
                .run("id", "check", "-o", "xml", "1")
                .exits(ExitStatus.USAGE)
                .says(
                        "error: --output cannot be xml.",
                        "hint: write it as: table | vertical | csv | tsv | json | ndjson");
    }

    @Test
    void refusesADateThatDoesNotExist() {
        CliHarness.script()
                .run("id", "check", "--as-of", "2025-02-30", "1")
                .exits(ExitStatus.USAGE)
                .says("error: --as-of cannot be 2025-02-30: there is no such day.", "hint: name a day of the calendar");
    }

    @Test
    void refusesAnUnknownKeyInTheSettingsFile(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("config.properties"), "langauge=zh\n");

        CliHarness.script()
                .home(home)
                .run("id", "check", "1")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("config.properties:1 sets langauge, which is no setting.");
    }

    @Test
    void readsSettingsFromTheFileOfTheHome(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("config.properties"), "output=ndjson\n");

        CliHarness.script().home(home).run("id", "check", "91350100M000100Y43").printsSomeOf("{\"line\":1,");
        CliHarness.script()
                .home(home)
                .run("id", "check", "91350100M000100Y43", "-o", "csv")
                .printsSomeOf("line,number,");
    }

    @Test
    void showsHelpOfAVerbThreeWays() {
        String help = CliHarness.script().run("id", "check", "--help").out();

        assertThat(help).startsWith("$ minsheng id check ");
        assertThat(CliHarness.script().run("help", "id", "check").out()).isEqualTo(help);
        assertThat(CliHarness.script().run("-h", "id", "check").out()).isEqualTo(help);
    }

    @Test
    void showsTheFirstScreenHoweverHelpIsAskedFor() {
        String screen = CliHarness.script().run().out();

        assertThat(screen).contains("\n  claim ", "First commands:", "minsheng help options");
        assertThat(CliHarness.script().run("help").out()).isEqualTo(screen);
        assertThat(CliHarness.script().run("--help").out()).isEqualTo(screen);
        assertThat(CliHarness.script().run("-h").out()).isEqualTo(screen);
    }

    @Test
    void refusesHelpOnWhatDoesNotExist() {
        CliHarness.script()
                .run("help", "weather")
                .exits(ExitStatus.USAGE)
                .says("error: There is no help on weather.", "hint: see: minsheng help");
    }

    @Test
    void leavesQuietlyWhenTheReaderIsGone() {
        assertThat(new GoneReader().run("id", "check", "11010519491231002X")).isEqualTo(ExitStatus.READER_GONE.code());
    }
}
