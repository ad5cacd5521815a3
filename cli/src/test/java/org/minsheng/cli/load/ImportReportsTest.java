package org.minsheng.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;

/** What a person reads of a damaged file: place, column, value, reason and mend; and the good rows are taken. */
@Tag("database")
class ImportReportsTest {
    private static final String HEADER = "credit_code,name,division_code\n";
    private static final String GOOD = "91350100M000100Y43,某公司,370202\n";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private CliResult plan(String content) throws IOException {
        return plan("company", content, "file.csv");
    }

    private CliResult plan(String noun, String content, String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return CliHarness.script()
                .database(database.settings())
                .runOnce(
                        noun,
                        "import",
                        file.toString(),
                        "--dry-run",
                        "-v",
                        "--rejects",
                        folder.resolve("rejects.csv").toString());
    }

    /** The one reject behind the good row stands in the summary and in the file, there with what to do. */
    private void assertRejected(String badRow, String column, String value, String rule, String reason, String mend)
            throws IOException {
        CliResult result = plan(HEADER + GOOD + badRow)
                .exits(ExitStatus.FINDINGS)
                .saysSomeOf("file.csv: 2 rows, plan: 1 new")
                .saysSomeOf("  line 3  " + column + "  " + reason);
        assertThat(result.err()).contains("error: 1 of 2 rows would be rejected.");
        List<String> lines = Files.readAllLines(folder.resolve("rejects.csv"));
        assertThat(lines.get(lines.size() - 1))
                .contains(",3," + column + "," + rule + "," + value + ",")
                .contains(reason)
                .contains(mend);
    }

    @Test
    void tellsOfDamagedRows() throws IOException {
        assertRejected("911,\0,370202\n", "", "", "load.nul-byte", "The row has a NUL byte.", "Export the file again");
        assertRejected(
                "91110000600037341L,公司\n",
                "",
                "",
                "load.ragged-row",
                "The row has 2 fields, the header 3.",
                "Look for a separator within a value");
        assertRejected(
                "91110000600037341L,\"公司,370202\n",
                "",
                "",
                "load.broken-quote",
                "A quotation mark in this row is not closed",
                "Close the quotation mark");
    }

    @Test
    void tellsOfValuesThatASpreadsheetHasMangled() throws IOException {
        plan("person", "身份证号,姓名,性别,出生日期,区划代码\n3.70202E+17,王芳,女,1990-01-01,370202\n", "persons.csv")
                .exits(ExitStatus.FINDINGS)
                .saysSomeOf("  line 2  身份证号  The identity number ")
                .saysSomeOf("looks rounded by a spreadsheet.");
        assertThat(Files.readString(folder.resolve("rejects.csv")))
                .contains(",2,身份证号,id.spreadsheet,")
                .contains("Format the column as text, enter the numbers anew and export again.");
        assertRejected(
                "91110000600037341L,公司,3.7E+05\n",
                "division_code",
                "3.7E+05",
                "value.not-allowed",
                "3.7E+05 is not allowed; allowed: 370202",
                "Write one of the allowed values.");
    }

    @Test
    void tellsOfHeadersAllAtOnce() throws IOException {
        plan("credit_code,name,名称,divison_code,x\n")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("error: The header of " + folder.resolve("file.csv") + " is not that of the kind company.")
                .saysSomeOf("why: unknown: divison_code (division_code?), x · twice: 名称 · missing: division_code")
                .saysSomeOf("hint: rename the columns in the first line");
    }

    @Test
    void tellsOfLinesOfJsonThatAreNone() throws IOException {
        String good = "{\"credit_code\":\"91350100M000100Y43\",\"name\":\"某公司\",\"division_code\":\"370202\"}\n";
        plan("company", good + "{\"credit_code\":\n", "a.ndjson")
                .exits(ExitStatus.FINDINGS)
                .saysSomeOf("  line 2    The line is no JSON object: ");
        plan("company", good + good.replace("某公司", "\\u0000"), "a.ndjson")
                .exits(ExitStatus.FINDINGS)
                .saysSomeOf("  line 2    The row has a NUL byte.");
        plan("company", good + good.replace("某公司", "\\ud83d"), "a.ndjson")
                .exits(ExitStatus.FINDINGS)
                .saysSomeOf("  line 2    The row has bytes that are no characters of the file's encoding.");
        plan("company", good.replace("\"name\"", "\"nam\""), "a.ndjson")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("unknown: nam (name?)");
    }

    @Test
    void tellsOfAnUnknownNameWithinTheLinesOfAClaim() throws IOException {
        String claim = "{\"institution_code\":\"H1\",\"claim_no\":\"C1\",\"lines\":[{\"line_no\":1,\"cmt\":2}]}\n";
        plan("claim", claim, "claims.ndjson").exits(ExitStatus.USAGE).saysSomeOf("unknown: cmt (cnt?)");
    }

    @Test
    void tellsOfAnEncodingThatIsNone() throws IOException {
        byte[] latin = (HEADER + "91350100M000100Y43,Société générale,370202\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] damaged = latin.clone();
        damaged[latin.length - 9] = (byte) 0xFF;
        Path file = Files.write(folder.resolve("latin.csv"), damaged);
        CliHarness.script()
                .database(database.settings())
                .runOnce("company", "import", file.toString())
                .exits(ExitStatus.USAGE)
                .saysSomeOf("is neither UTF-8 nor GB18030.")
                .saysSomeOf("why: Line 2, byte ")
                .saysSomeOf("hint: save it as UTF-8, or name its encoding with --encoding");
        CliHarness.script()
                .database(database.settings())
                .runOnce("company", "import", file.toString(), "--encoding", "ISO-8859-1", "--dry-run")
                .exits(ExitStatus.OK);
    }
}
