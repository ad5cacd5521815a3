package org.minsheng.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesReaderTest {
    private static final String BILLS = """
            {"shop_code":"S1","lines":[{"line_no":1,"amount":1.50},{"line_no":2,"quantity":3}],"单号":"B1","amount":1.50}

            {"shop_code":"S1","bill_no":
            {"shop_code":"S2","bill_no":"B2","amount":20250318000000000001,"phone":null,"lines":[{"line_no":1}]}
            """;

    @TempDir
    private Path folder;

    private List<String> read(String content, FileKind kind, String nestedIn) {
        try (Source source = SampleFiles.open(SampleFiles.write(folder, "file.ndjson", content));
                RecordReader reader = RecordReaders.open(source, kind, nestedIn)) {
            return SampleFiles.describe(reader);
        }
    }

    @Test
    void readsTheObjectsOfTheLines() {
        assertThat(read(BILLS, SampleKinds.BILL, null))
                .containsExactly(
                        "1[S1|B1|||||1.50]",
                        "3[{\"shop_code\":\"S1\",\"bill_no\":]load.broken-json",
                        "4[S2|B2|||||20250318000000000001]");
    }

    @Test
    void readsNestedObjectsWithTheKeyOfTheirParent() {
        assertThat(read(BILLS, SampleKinds.LINE, "lines"))
                .containsExactly("1[S1|B1|1|||||1.50]", "2[S1|B1|2|||3||]", "3[S2|B2|1|||||]");
    }

    @Test
    void refusesAMemberThatNoColumnHas() {
        assertThatThrownBy(() -> read("{\"shop_code\":\"S1\",\"line_noo\":1}\n", SampleKinds.LINE, null))
                .hasMessageContaining("load.header")
                .hasMessageContaining("line_noo (line_no?)");
    }
}
