package org.minsheng.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.base.ProblemException;

class DelimitedReaderTest {
    @TempDir
    private Path folder;

    private List<String> read(String content) {
        try (Source source = SampleFiles.open(SampleFiles.write(folder, "file.csv", content));
                RecordReader reader = RecordReaders.open(source, SampleKinds.BILL, null)) {
            return SampleFiles.describe(reader);
        }
    }

    @Test
    void readsPlainAndQuotedRecordsWithTheirPhysicalLines() {
        assertThat(read("a,b\r\n1,2\r\n\r\n\"x\ny\",\"say \"\"hi\"\"\"\n3,\n"))
                .containsExactly("2[1|2]", "4[x\ny|say \"hi\"]", "6[3|]");
    }

    @Test
    void readsALastLineWithoutLineFeed() {
        assertThat(read("a,b\n1,2")).containsExactly("2[1|2]");
        assertThat(read("a,b\n1,\"2\"")).containsExactly("2[1|2]");
    }

    @Test
    void reportsRaggedRowsAndGoesOn() {
        assertThat(read("a,b\n1\n1,2,3\n4,5\n"))
                .containsExactly("2[1]load.ragged-row", "3[1|2|3]load.ragged-row", "4[4|5]");
    }

    @Test
    void anUnclosedQuoteCostsItsOwnLineOnly() {
        assertThat(read("a,b\n\"1,2\n3,4\n5,\"6\"\n7,8\n"))
                .containsExactly("2[\"1,2]load.broken-quote", "3[3|4]", "4[5|6]", "5[7|8]");
        assertThat(read("a,b\n1,\"2\n" + "3,4\n".repeat(30)))
                .startsWith("2[1,\"2]load.broken-quote", "3[3|4]")
                .hasSize(31);
        assertThat(read("a,b\n1,2\n3,\"4")).containsExactly("2[1|2]", "3[3,\"4]load.broken-quote");
    }

    @Test
    void aBrokenQuoteCostsItsOwnLineOnlyWhereverABlockOfTheFileEnds() {
        // Lines of 12 characters with a broken quote every tenth line: some of them lie across the end of a block.
        StringBuilder content = new StringBuilder("a,b\n");
        for (int row = 0; row < 60_000; row++) {
            String digits = String.format("%07d", row);
            content.append(row % 10 == 0 ? "1\"" : "12")
                    .append(digits, 0, 5 + row % 3)
                    .append(",7\n");
        }
        List<String> rows = read(content.toString());

        assertThat(rows).hasSize(60_000);
        assertThat(rows.stream()
                        .filter(row -> row.endsWith("load.broken-quote"))
                        .count())
                .isEqualTo(6_000);
        assertThat(rows).noneMatch(row -> row.endsWith("load.ragged-row"));
    }

    @Test
    void aQuoteWithinPlainTextIsBroken() {
        assertThat(read("a,b\n1,5\" pipe\n\"x\"y,2\n3,4\n"))
                .containsExactly("2[1,5\" pipe]load.broken-quote", "3[\"x\"y,2]load.broken-quote", "4[3|4]");
    }

    @Test
    void reportsNulBytesAndDamagedCharacters() {
        assertThat(read("a,b\n1,\u00002\n3,4\n")).containsExactly("2[1|\u00002]load.nul-byte", "3[3|4]");
        byte[] damaged = "a,b\n张三,好\n李四,x?\n王五,好\n钱六,好\n赵七,好\n孙八,好\n".getBytes(StandardCharsets.UTF_8);
        for (int index = 0; index < damaged.length; index++) {
            damaged[index] = damaged[index] == '?' ? (byte) 0xFF : damaged[index];
        }
        try (Source source = SampleFiles.open(SampleFiles.write(folder, "damaged.csv", damaged));
                RecordReader reader = RecordReaders.open(source, SampleKinds.BILL, null)) {
            assertThat(SampleFiles.describe(reader)).contains("3[李四|x\uFFFD]load.encoding", "4[王五|好]");
        }
    }

    @Test
    void separatesByTabWhereTheHeaderDoes() {
        assertThat(read("a\tb\n1,5\t2\n")).containsExactly("2[1,5|2]");
    }

    @Test
    void rejectsOnlyTheLineThatNeverEnds() {
        String endless = "x".repeat(3 * CharBlocks.RECORD_CHARS_MAX);
        List<String> records = read("a,b\n1,2\n" + endless + "\n3,4\n");
        assertThat(records).containsExactly("2[1|2]", "3[]load.row-too-long", "4[3|4]");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> read("")).isInstanceOf(ProblemException.class).hasMessageContaining("load.empty-file");
        assertThatThrownBy(() -> read("\n\n")).hasMessageContaining("load.empty-file");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsWhatOpenCsvReads(long seed) throws Exception {
        String content = randomFile(new Random(seed));
        List<List<String>> expected = new ArrayList<>();
        try (CSVReader judge = new CSVReaderBuilder(new StringReader(content))
                .withCSVParser(new RFC4180Parser())
                .withKeepCarriageReturn(false)
                .build()) {
            for (String[] record = judge.readNext(); record != null; record = judge.readNext()) {
                expected.add(Arrays.asList(record));
            }
        }
        List<List<String>> found = new ArrayList<>();
        try (Source source = SampleFiles.open(SampleFiles.write(folder, "random.csv", content));
                RecordReader reader = RecordReaders.open(source, SampleKinds.BILL, null)) {
            found.add(reader.header());
            RawRecord record = new RawRecord();
            while (reader.next(record)) {
                assertThat(record.trouble())
                        .as("seed %d line %d", seed, record.line())
                        .isNull();
                found.add(record.texts());
            }
        }
        assertThat(found).as("seed %d", seed).isEqualTo(expected);
    }

    /** Well-formed records, some with quotes, some longer than the reader's block. */
    private static String randomFile(Random random) {
        StringBuilder content = new StringBuilder("first,second,third\n");
        String alphabet = "abc 019.-;'#民生\t𠮷";
        int[] letters = alphabet.codePoints().toArray();
        for (int record = 0; record < 3000; record++) {
            for (int field = 0; field < 3; field++) {
                content.append(field == 0 ? "" : ",");
                boolean quoted = random.nextInt(20) == 0;
                int length = random.nextInt(500) == 0 ? 40_000 : 1 + random.nextInt(12);
                content.append(quoted ? "\"" : "");
                for (int index = 0; index < length; index++) {
                    int kind = quoted ? random.nextInt(12) : 11;
                    String special = kind == 0 ? "\"\"" : kind == 1 ? "," : kind == 2 && index < 15 ? "\n" : null;
                    if (special == null) {
                        content.appendCodePoint(letters[random.nextInt(letters.length)]);
                    } else {
                        content.append(special);
                    }
                }
                content.append(quoted ? "\"" : "");
            }
            content.append("\n");
        }
        return content.toString();
    }
}
