package org.minsheng.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.base.ProblemException;

class SourceTest {
    private static final String TEXT = "姓名,电话\n张三丰,1\n李四,2\n𠮷野,3\n";
    private static final List<String> RECORDS = List.of("2[张三丰|1]", "3[李四|2]", "4[𠮷野|3]");

    @TempDir
    private Path folder;

    private List<String> read(byte[] content) {
        try (Source source = SampleFiles.open(SampleFiles.write(folder, "file", content));
                RecordReader reader = new DelimitedReader(source, ',')) {
            assertThat(reader.header()).containsExactly("姓名", "电话");
            return SampleFiles.describe(reader);
        }
    }

    @Test
    void readsTheSameFromEveryEncoding() {
        assertThat(read(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(RECORDS);
        assertThat(read(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8))).isEqualTo(RECORDS);
        assertThat(read(TEXT.getBytes(Charset.forName("GB18030")))).isEqualTo(RECORDS);
        assertThat(read(TEXT.getBytes(StandardCharsets.UTF_16))).isEqualTo(RECORDS);
    }

    @Test
    void refusesAFileInNoKnownEncodingAndNamesTheByte() {
        byte[] content = "姓名\n张三\nab".getBytes(StandardCharsets.UTF_16LE);
        byte[] shifted = "name\n".repeat(3).getBytes(StandardCharsets.US_ASCII);
        byte[] both = new byte[shifted.length + content.length + 40];
        System.arraycopy(shifted, 0, both, 0, shifted.length);
        for (int index = shifted.length; index < both.length; index++) {
            both[index] = (byte) 0xFF;
        }
        assertThatThrownBy(() -> read(both))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("load.encoding-unknown")
                .hasMessageContaining("line=4")
                .hasMessageContaining("byte=15");
    }

    @Test
    void unpacksGzipAndHashesTheFileItself() throws Exception {
        byte[] packed = SampleFiles.gzip(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(read(packed)).isEqualTo(RECORDS);
        try (Source source = SampleFiles.open(folder.resolve("file"))) {
            String expected = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(packed));
            assertThat(source.sha256()).isEqualTo(expected);
        }
    }

    @Test
    void readsTheStandardInputAsOftenAsItIsNeeded() {
        InputStream input = new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
        try (Source source = Source.open("-", input, Source.Wishes.NONE)) {
            for (int time = 0; time < 3; time++) {
                try (RecordReader reader = new DelimitedReader(source, ',')) {
                    assertThat(SampleFiles.describe(reader)).isEqualTo(RECORDS);
                }
            }
        }
    }

    @Test
    void noticesThatTheFileChangedAfterItWasHashed() {
        Path file = SampleFiles.write(folder, "file", TEXT);
        try (Source source = SampleFiles.open(file)) {
            SampleFiles.write(folder, "file", TEXT + "王五,4\n");
            try (RecordReader reader = new DelimitedReader(source, ',')) {
                assertThatThrownBy(() -> SampleFiles.describe(reader)).hasMessageContaining("load.file-changed");
            }
        }
    }

    @Test
    void recognisesFormatsByContent() {
        assertThat(formatOf("a,b\n1\t,2")).isEqualTo(SourceFormat.CSV);
        assertThat(formatOf("a\tb\n1,1,1\t2")).isEqualTo(SourceFormat.TSV);
        assertThat(formatOf("\uFEFF {\"a\": 1}\n")).isEqualTo(SourceFormat.NDJSON);
        assertThat(formatOf("name\nx")).isEqualTo(SourceFormat.CSV);
    }

    private SourceFormat formatOf(String content) {
        try (Source source = SampleFiles.open(SampleFiles.write(folder, "file", content))) {
            return source.format();
        }
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> SampleFiles.open(folder.resolve("none.csv")))
                .hasMessageContaining("load.file-missing");
    }
}
