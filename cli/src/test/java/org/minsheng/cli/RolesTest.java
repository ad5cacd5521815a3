package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.Database;
import org.minsheng.db.TableDigests;
import org.minsheng.db.TestDatabase;
import org.minsheng.registry.SmallRegistry;
import org.minsheng.run.BusinessDates;
import org.minsheng.run.Installation;
import org.minsheng.run.RunLedger;

/** What each role may do and may not, command by command: who may not is told so with status 4, and changes nothing. */
@Tag("database")
class RolesTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static final List<String> ROLES = List.of("admin", "operator", "support", "auditor", "kiosk");

    @TempDir
    static Path folder;

    private static Database everything;

    @BeforeAll
    static void prepare() throws IOException {
        Installation.declare(database.handle(), true, "roles");
        new BusinessDates(database.handle()).advance(LocalDate.of(2025, 3, 18));
        SmallRegistry registry = new SmallRegistry(database.handle());
        for (int number = 2; number <= 12; number += 2) {
            registry.person(number, "王芳");
        }
        CliHarness admin = CliHarness.script().database(database.settings());
        admin.runOnce("policy", "import", "qingdao-demo").exits(ExitStatus.OK);
        new RunLedger(database.handle()).begin("abandoned", null, Map.of());
        Files.writeString(folder.resolve("persons.csv"), """
                resident_id,name,sex,birth_date,division_code
                11010519491231002X,王芳,female,1949-12-31,370202
                """);
        Files.writeString(folder.resolve("codes.csv"), """
                code,name,source
                1,男性,test
                """);
        everything = new Database(database.superuserSettings());
    }

    @AfterAll
    static void closeConnection() {
        everything.close();
    }

    /** The letters say who may: a(dmin), o(perator), s(upport), u: auditor, k(iosk). */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a----| policy activate qingdao-demo 2025.1 --yes",
                "a----| policy import tengzhou-ltc-demo",
                "a----| code import FOLDER/codes.csv --table sex --version 2099",
                "ao---| person import FOLDER/persons.csv",
                "ao---| claim settle --as-of 2025-03-18",
                "ao---| claim reprice",
                "ao---| run cancel RUN --reason wrong --yes",
                "ao---| batch date advance DATE",
                "ao---| person merge FROM INTO --reason doubled --yes",
                "aos--| person show NUMBER --reveal --reason asked",
                "aosu-| person show NUMBER",
                "aosu-| person find 王芳",
                "aosu-| policy list",
                "aosu-| claim list",
                "aosu-| claim totals",
                "ao---| reject export --out FOLDER/rejects",
                "aosu-| code list",
                "aosu-| calendar show 2025",
                "aosuk| batch date show",
                "ao-u-| run list",
                "ao-u-| audit list",
                "ao-u-| audit verify",
                "ao-u-| audit seal",
            })
    void letsEachRoleDoItsOwn(String who, String words) {
        for (int role = ROLES.size() - 1; role >= 0; role--) {
            String[] command = named(words, role).split(" ");
            Map<String, String> before = TableDigests.of(everything.handle());
            CliResult result = CliHarness.script()
                    .home(folder)
                    .database(database.settingsAs(ROLES.get(role)))
                    .runOnce(command);
            if (who.charAt(role) != '-') {
                assertThat(result.exit())
                        .as("%s as %s%n%s", words, ROLES.get(role), result.err())
                        .isIn(0, 8);
            } else {
                result.exits(ExitStatus.NOT_PERMITTED).printsNothing();
                assertThat(result.err())
                        .as("%s as %s", words, ROLES.get(role))
                        .startsWith("error: This login may not do that.\nwhy: permission denied for ")
                        .contains("hint: Use a login with the right role");
                assertThat(TableDigests.of(everything.handle())).isEqualTo(before);
            }
        }
    }

    /** The words for a role; a change that can be made once only is another one for each. */
    private static String named(String words, int role) {
        return words.replace("FOLDER", folder.toString())
                .replace("RUN", words.contains("RUN") ? Long.toString(runToCancel()) : "")
                .replace("DATE", "2025-04-0" + (9 - role))
                .replace("NUMBER", SmallRegistry.number(2))
                .replace("FROM", SmallRegistry.number(4 + 2 * role))
                .replace("INTO", SmallRegistry.number(2));
    }

    private static long runToCancel() {
        return new RunLedger(database.handle())
                .unfinished("abandoned")
                .map(run -> run.id())
                .orElseGet(() -> new RunLedger(database.handle()).begin("abandoned", null, Map.of()));
    }
}
