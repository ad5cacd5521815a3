package org.minsheng.cli.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;

@Tag("database")
class CodeCommandsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static CliHarness script() {
        return CliHarness.script().database(database.settings());
    }

    @Test
    void listsTheTables() {
        script().run("code", "list")
                .exits(ExitStatus.OK)
                .printsSomeOf("table\tname\tname_en\tcodes\tmappings\tversions\n")
                .printsSomeOf("sex\t性别\tSex\t4\t0\t2003\n")
                .printsSomeOf("diagnosis\t疾病诊断\tDiagnosis\t0\t0\t\n");
    }

    @Test
    void showsTheCodesInForceWithTheirSource() {
        script().run("code", "show", "sex", "--as-of", "2025-03-18", "-o", "csv")
                .exits(ExitStatus.OK)
                .prints(
                        "code,name,name_en,version,valid_from,valid_to,source",
                        "0,未知的性别,Unknown,2003,,,GB/T 2261.1-2003",
                        "1,男性,Male,2003,,,GB/T 2261.1-2003",
                        "2,女性,Female,2003,,,GB/T 2261.1-2003",
                        "9,未说明的性别,Not stated,2003,,,GB/T 2261.1-2003");
        script().run("code", "show", "sex", "2", "--version", "2003")
                .exits(ExitStatus.OK)
                .printsSomeOf("2\t女性\tFemale");
    }

    @Test
    void needsADateUnlessAVersionIsNamed() {
        script().run("code", "show", "sex").exits(ExitStatus.USAGE).saysSomeOf("No business date is open.");
    }

    @Test
    void namesWhatIsUnknown() {
        script().run("code", "show", "weather", "--as-of", "2025-03-18")
                .exits(ExitStatus.NOT_FOUND)
                .says("error: There is no code table weather.", "hint: see: minsheng code list");
        script().run("code", "show", "sex", "7", "--as-of", "2025-03-18")
                .exits(ExitStatus.NOT_FOUND)
                .saysSomeOf("The code table sex has no code 7.");
    }

    @Test
    void mapsASendersCodeAndTakesItBack() {
        script().runOnce("code", "map", "med_type", "ZY", "21", "--sender", "H37020200123", "--reason", "letter", "-q")
                .exits(ExitStatus.OK)
                .printsNothing();

        script().run("code", "map", "med_type")
                .exits(ExitStatus.OK)
                .prints("sender\tsender_code\tcode", "H37020200123\tZY\t21");
        script().run("code", "show", "med_type", "ZY", "--sender", "H37020200123", "--as-of", "2025-03-18")
                .exits(ExitStatus.OK)
                .printsSomeOf("21\t普通住院\tInpatient");

        script().runOnce("code", "map", "med_type", "ZY", "--sender", "H37020200123", "--remove")
                .exits(ExitStatus.OK);
        script().runOnce("code", "map", "med_type", "ZY", "--sender", "H37020200123", "--remove")
                .exits(ExitStatus.NOT_FOUND);
    }

    @Test
    void saysWhatAMappingLacks() {
        script().run("code", "map", "med_type", "ZY", "21")
                .exits(ExitStatus.USAGE)
                .says("error: minsheng code map needs --sender.", "hint: see: minsheng code map --help");
        script().run("code", "map", "med_type", "ZY", "--sender", "H1")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("needs OURS");
    }

    @Test
    void importsAVersionOfATable(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("education.csv");
        Files.writeString(file, """
                代码,名称,依据,生效日期,失效日期
                21,大学本科,某标准,2026-01-01,
                31,大学专科,某标准,2026-01-01,2025-01-01
                """);
        Path rejects = folder.resolve("rejects.csv");

        script().runOnce(
                        "code",
                        "import",
                        file.toString(),
                        "--table",
                        "education",
                        "--version",
                        "2026",
                        "--rejects",
                        rejects.toString(),
                        "-o",
                        "json")
                .exits(ExitStatus.FINDINGS)
                .printsSomeOf("\"kind\":\"code\"")
                .printsSomeOf("\"inserted\":1");

        script().run("code", "show", "education", "21", "--as-of", "2026-02-01")
                .exits(ExitStatus.OK)
                .printsSomeOf("21\t大学本科\t\t2026\t2026-01-01");
        script().run("code", "import", file.toString(), "--table", "weather", "--version", "1")
                .exits(ExitStatus.NOT_FOUND)
                .saysSomeOf("There is no code table weather.");
        script().run("code", "import", file.toString())
                .exits(ExitStatus.USAGE)
                .saysSomeOf("minsheng code import needs --table, --version.");
    }
}
