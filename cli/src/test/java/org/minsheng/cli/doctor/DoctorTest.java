package org.minsheng.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;

/** Each time once only: the room on the disk is another one a moment later. */
@Tag("database")
class DoctorTest {
    private static final String[] DOCTOR = {"doctor", "-o", "csv"};

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path home;

    @Test
    void worksWithoutAnyDatabase() {
        CliHarness.script()
                .home(home)
                .runOnce(DOCTOR)
                .printsSomeOf("check,state,finding,mend\njava,ok,Java ")
                .printsSomeOf("\nhome,ok," + home + ",\n")
                .printsSomeOf("\ndatabase,warn,No database is configured.,\"Name one with");
    }

    @Test
    void findsWhatMakesTheHomeUnsafe() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));

        CliHarness.script()
                .home(home)
                .runOnce(DOCTOR)
                .exits(ExitStatus.FAILED)
                .printsSomeOf("\nhome,wrong,\"others may write " + home)
                .printsSomeOf(",chmod go-w " + home + "\n")
                .saysSomeOf("checks found something wrong.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=blue | config.properties:2 sets colour, which is no setting. | see: minsheng help settings",
                "output | config.properties:2 is no setting. | \"mend the line, or take it out\"",
                "lang=zh | config.properties:2 sets lang again. | take one of the two out",
                "profile=none | There is no profile none (named by * | \"name another, or add a line: profile.none.*"
            })
    void tellsWhatIsWrongWithTheSettingsAndHowToMendIt(String line, String finding, String mend) throws IOException {
        Files.writeString(home.resolve("config.properties"), "lang=en\n" + line + "\n");

        String row = CliHarness.script()
                .home(home)
                .runOnce(DOCTOR)
                .exits(ExitStatus.FAILED)
                .printsSomeOf("\njava,ok,Java ")
                .saysSomeOf("error: 1 of 7 checks found something wrong.")
                .out()
                .lines()
                .filter(printed -> printed.startsWith("settings,"))
                .findFirst()
                .orElseThrow();

        assertThat(row).startsWith("settings,wrong,").contains(shown(finding), shown("," + mend));
    }

    /** What stands before an asterisk. */
    private static String shown(String text) {
        return text.split("[*]", -1)[0];
    }

    @Test
    void speaksTheLanguageOfTheLocaleWhenTheFileCannotSayOne() throws IOException {
        Files.writeString(home.resolve("config.properties"), "lang=fr\n");

        CliHarness.script()
                .home(home)
                .with("LC_ALL", "zh_CN.UTF-8")
                .runOnce(DOCTOR)
                .exits(ExitStatus.FAILED)
                .printsSomeOf("\nsettings,wrong,")
                .printsSomeOf("lang 不能是 fr（");
        CliHarness.script().home(home).run("id", "check", "1").exits(ExitStatus.USAGE);
    }

    @Test
    void findsALocaleThatCannotSayChinese() {
        CliHarness.script()
                .home(home)
                .with("LC_ALL", "zh_CN.GB18030")
                .run("doctor", "-o", "csv", "--lang", "en")
                .exits(ExitStatus.FAILED)
                .printsSomeOf("\nlocale,wrong,the locale zh_CN.GB18030 is not UTF-8");
        CliHarness.terminal()
                .home(home)
                .with("LC_ALL", "zh_CN.GB18030")
                .run("doctor", "-o", "csv", "--lang", "en")
                .printsSomeOf("\nterminal,wrong,");
        CliHarness.terminal()
                .home(home)
                .with("TERM", "linux")
                .runOnce(DOCTOR)
                .printsSomeOf("\nterminal,warn,the Linux console shows no Chinese");
    }

    @Test
    void looksAtTheDatabaseItsClockAndTheLogin() {
        CliResult result = CliHarness.script()
                .home(home)
                .database(database.settingsAs("operator"))
                .runOnce(DOCTOR)
                // the clock of the tests stands still, months away from the server's
                .exits(ExitStatus.FAILED)
                .printsSomeOf("\nclock,wrong,differs from the database's by ");

        assertThat(result.out().lines())
                .anyMatch(row -> row.startsWith("database,ok,test_operator@127.0.0.1:"))
                .anyMatch(row -> row.startsWith("schema,ok,version "))
                .contains("extension,ok,btree_gist,", "roles,ok,test_operator has minsheng_operator,")
                .anyMatch(row -> row.startsWith("installation,warn,nobody has said yet"));
    }

    @Test
    void findsALoginWithoutAnyRole() {
        try (Database superuser = new Database(database.superuserSettings())) {
            superuser
                    .handle()
                    .execute("CREATE ROLE test_roleless LOGIN PASSWORD '"
                            + database.settings().password() + "'");
            CliHarness roleless = CliHarness.script().home(home).database(database.settingsAs("roleless"));

            roleless.runOnce(DOCTOR)
                    .exits(ExitStatus.FAILED)
                    .printsSomeOf("\nroles,wrong,")
                    .printsSomeOf("\ndatabase,wrong,This login may not do that.,");
            roleless.run("db", "status", "-o", "json")
                    .exits(ExitStatus.NOT_PERMITTED)
                    .printsSomeOf("\"running\":true")
                    .printsSomeOf("\"schema_version\":null")
                    .saysSomeOf("\"code\":\"db.not-permitted\"");
            superuser.handle().execute("DROP ROLE test_roleless");
        }
    }

    @Test
    void findsADatabaseWithoutASchemaAndAServerThatIsAway() {
        CliHarness.script()
                .home(home)
                .database(database.superuserSettings().withDatabase("postgres"))
                .runOnce(DOCTOR)
                .exits(ExitStatus.FAILED)
                .printsSomeOf("\nschema,wrong,version 0; this program needs ")
                .printsSomeOf(",minsheng db migrate\n");
        CliHarness.script()
                .home(home)
                .with("MINSHENG_URL", "postgresql://nobody@127.0.0.1:1/nothing")
                .runOnce(DOCTOR)
                .exits(ExitStatus.FAILED)
                .printsSomeOf(
                        "\ndatabase,wrong,The database nobody@127.0.0.1:1/nothing cannot be reached.,\"Check address");
    }

    @Test
    void findsAFontByItsFile() throws IOException {
        assertThat(ChineseFonts.find(List.of(home))).isEmpty();

        Path font = Files.createDirectories(home.resolve("truetype/droid")).resolve("DroidSansFallbackFull.ttf");
        Files.writeString(font.resolveSibling("DejaVuSans.ttf"), "");
        Files.writeString(font, "");

        assertThat(ChineseFonts.find(List.of(home.resolve("missing"), home))).contains(font);
    }
}
