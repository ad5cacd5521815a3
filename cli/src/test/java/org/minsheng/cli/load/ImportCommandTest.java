package org.minsheng.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;

@Tag("database")
class ImportCommandTest {
    private static final String PERSONS = """
            身份证号,姓名,性别,出生日期,行政区划代码
            11010519491231002X,王芳,女,1949-12-31,370202
            110105194902310026,李四,女,1949-02-28,370202
            """;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private CliHarness script() {
        return CliHarness.script().database(database.settings());
    }

    @Test
    void importsPersonsAndHandsTheRejectsBack() throws IOException {
        Path file = Files.writeString(folder.resolve("人员.csv"), PERSONS);
        Path rejects = folder.resolve("rejects.csv");

        script().run("person", "import", file.toString(), "--dry-run", "-o", "csv")
                .exits(ExitStatus.FINDINGS)
                .prints(
                        "kind,file,run,rows_read,inserted,changed,unchanged,removed,rejected,rejects_file",
                        "person," + file + ",,2,1,0,0,0,1,")
                .saysSomeOf("hint: to see them all, each with its reason, say with --rejects where to write them");
        Path planned = folder.resolve("planned.csv");
        script().run("person", "import", file.toString(), "--dry-run", "--rejects", planned.toString(), "-q")
                .exits(ExitStatus.FINDINGS)
                .says(
                        "error: 1 of 2 rows would be rejected.",
                        "hint: all of them are in " + planned + ", each with its reason: mend the source, or import it"
                                + " and then mend those");
        assertThat(planned).exists();
        CliResult result = script().runOnce("person", "import", file.toString(), "--rejects", rejects.toString())
                .exits(ExitStatus.FINDINGS)
                .printsNothing();
        assertThat(result.err())
                .startsWith("error: 1 of 2 rows were rejected; the rest was imported as run ")
                .contains("hint: mend " + rejects)
                .doesNotContain("110105194902310026");
        assertThat(Files.readString(rejects))
                .contains("The identity number 1101**********0026 names 1949-02-31 as the date of birth");

        CliResult again = script().run("person", "import", file.toString())
                .exits(ExitStatus.FINDINGS)
                .printsNothing()
                .saysSomeOf("nothing was imported again. Rows of it still rejected: 1")
                .saysSomeOf("hint: minsheng reject export ");
        String run = again.err().replaceFirst("(?s).* as run (\\d+);.*", "$1");
        script().runOnce("reject", "close", run, "--reason", "a test", "--yes").exits(ExitStatus.OK);
        script().run("person", "import", file.toString())
                .exits(ExitStatus.OK)
                .printsNothing()
                .saysNothing();
    }

    @Test
    void tellsAPersonWhatWasMappedAndWhatIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("persons.csv"), PERSONS.replace("王芳", "王小芳"));
        CliResult result = CliHarness.terminal()
                .database(database.settings())
                .with("LC_ALL", "zh_CN.UTF-8")
                .runOnce("person", "import", file.toString(), "--dry-run");
        assertThat(result.err())
                .contains("身份证号 → resident_id")
                .contains("第 3 行  身份证号  ")
                .contains("错误：共 2 行，其中 1 行将被拒绝。");
    }

    @Test
    void readsTheStandardInput() {
        script().input("信用代码,单位名称,区划代码\n91350100M000100Y43,某公司,370202\n")
                .runOnce("company", "import", "-", "-o", "csv")
                .exits(ExitStatus.OK)
                .printsSomeOf("company,-,");
    }

    @Test
    void refusesAWrongHeaderAndAMissingFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "credit_cod,name,division_code\n");
        script().run("company", "import", file.toString())
                .exits(ExitStatus.USAGE)
                .saysSomeOf("why: unknown: credit_cod (credit_code?) · missing: credit_code");
        script().run("company", "import", folder.resolve("none.csv").toString()).exits(ExitStatus.NOT_FOUND);
        script().run("company", "import", file.toString(), "--max-rejects", "many")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("many is no limit of rejects.");
    }
}
