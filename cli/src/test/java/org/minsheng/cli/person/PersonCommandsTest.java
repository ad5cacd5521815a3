package org.minsheng.cli.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;
import org.minsheng.registry.SmallRegistry;

@Tag("database")
class PersonCommandsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static final String NUMBER = SmallRegistry.number(2);
    private static final String MASKED = "3702**********" + NUMBER.substring(14);

    private static SmallRegistry registry;
    private static long wang;

    @BeforeAll
    static void registerSomebody() {
        registry = new SmallRegistry(database.handle());
        wang = registry.person(2, "王芳");
        registry.enrolment(wang, "310", "2020-01-01", null);
        registry.person(4, "李芳");
        registry.person(6, "李芳");
    }

    private static CliHarness script() {
        return CliHarness.script().database(database.settings());
    }

    @Test
    void findsByNameWithNumbersMasked() {
        script().run("person", "find", "王芳", "1958")
                .exits(ExitStatus.OK)
                .prints(
                        "person_id\tname\tbirth_date\tsex\tresident_id\tdivision_code\tphone",
                        wang + "\t王芳\t1958-03-02\tfemale\t" + MASKED + "\t370202\t***********")
                .saysNothing();
        script().run("person", "find", "王芳", "1959")
                .exits(ExitStatus.OK)
                .prints("person_id\tname\tbirth_date\tsex\tresident_id\tdivision_code\tphone");
    }

    @Test
    void saysWhenThereAreMore() {
        CliHarness.terminal()
                .database(database.settings())
                .run("person", "find", "李芳", "--limit", "1")
                .exits(ExitStatus.OK)
                .saysSomeOf("only the first 1 are shown");
        script().run("person", "find", "王芳", "--limit", "0")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("--limit cannot be 0");
    }

    @Test
    void showsAPersonByNumberFromTheStandardInput() {
        script().input(NUMBER.toLowerCase(java.util.Locale.ROOT) + "\n")
                .runOnce("person", "show", "-", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"resident_id\":\"" + MASKED + "\"")
                .printsSomeOf("\"enrolments\":[{\"scheme\":\"310\",\"person_type\":\"11\",\"from_date\":\"2020-01-01\","
                        + "\"to_date\":null}]");
    }

    @Test
    void asksAPersonAtATerminal() {
        CliHarness.terminal()
                .database(database.settings())
                .input(NUMBER + "\n")
                .runOnce("person", "show", "--lang", "zh")
                .exits(ExitStatus.OK)
                .saysSomeOf("公民身份号码：")
                .printsSomeOf("王芳");
    }

    @Test
    void showsWholeNumbersOnlyForAReasonAndRecordsIt() {
        script().run("person", "show", Long.toString(wang), "--reveal")
                .exits(ExitStatus.USAGE)
                .printsNothing()
                .says("error: minsheng person show needs --reason.", "hint: see: minsheng person show --help");

        script().runOnce("person", "show", Long.toString(wang), "--reveal", "--reason", "letter", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf(NUMBER);

        assertThat(database.handle()
                        .createQuery("SELECT facts::text FROM run.audit_entry WHERE action = 'person show'"
                                + " AND reason = 'letter'")
                        .mapTo(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains(MASKED, "\"reveal\": true")
                .doesNotContain(NUMBER);
    }

    @Test
    void addsTheHistory() {
        long person = registry.person(8, "赵敏");
        long change = registry.change(person, "phone", "13800000002");

        script().run("person", "show", Long.toString(person), "--history", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"run\":" + change)
                .printsSomeOf("\"job\":\"person import\",\"state\":\"done\"")
                .printsSomeOf("\"field\":\"phone\",\"before\":\"***********\",\"after\":\"***********\"");
    }

    @Test
    void refusesWhatNobodyHas() {
        script().run("person", "show", "110105194912310021")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("1101**********0021 is neither an identity number nor the number of a record.");
        script().run("person", "show", SmallRegistry.number(998), "-o", "json")
                .exits(ExitStatus.NOT_FOUND)
                .saysSomeOf("\"code\":\"person.not-found\"");
        script().run("person", "show").exits(ExitStatus.USAGE).saysSomeOf("error: ");
    }

    @Test
    void mergesOnlyWhenItIsConfirmed() {
        long loser = registry.person(10, "钱伟");
        long winner = registry.person(12, "钱伟");
        String[] words = {"person", "merge", Long.toString(loser), Long.toString(winner), "--reason", "registered twice"
        };
        CliHarness.terminal()
                .database(database.settings())
                .input("n\n")
                .runOnce(words)
                .exits(ExitStatus.FAILED)
                .saysSomeOf("Merge the record of 钱* 1958-03-02 3702**********");
        script().runOnce(words).exits(ExitStatus.USAGE).saysSomeOf("--yes");

        script().runOnce("person", "merge", Long.toString(loser), Long.toString(winner), "--reason", "twice", "--yes")
                .exits(ExitStatus.OK)
                .printsSomeOf("run\tfrom\tinto\tenrolments\temployments\tdoubles");

        script().run("person", "show", SmallRegistry.number(10), "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("\"person_id\":" + winner);
    }

    @Test
    void refusesToMergeOverlappingSpells() {
        long loser = registry.person(14, "孙丽");
        long winner = registry.person(16, "孙丽");
        registry.enrolment(loser, "310", "2020-01-01", "2023-06-30");
        registry.enrolment(winner, "310", "2023-01-01", null);

        script().runOnce(
                        "person",
                        "merge",
                        Long.toString(loser),
                        Long.toString(winner),
                        "--reason",
                        "twice",
                        "--yes",
                        "--lang",
                        "zh")
                .exits(ExitStatus.CONFLICT)
                .printsNothing()
                .saysSomeOf("在险种 310 的参保时段重叠")
                .saysSomeOf("参保 2020-01-01 至 2023-06-30")
                .saysSomeOf("参保 2023-01-01 至 …");
    }
}
