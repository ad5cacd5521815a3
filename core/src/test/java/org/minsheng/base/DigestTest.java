package org.minsheng.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigestTest {
    @Test
    void ofNothingIsTheKnownDigestOfNothing() {
        assertThat(Digest.ofLines().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void isThatOfTheTextWithTabsAndLineEnds() {
        String text = "C2025-0004711\t王芳\t2148000\t-12\t0\t\\N\t\n\n" + Long.MIN_VALUE + "\t" + Long.MAX_VALUE + "\n";
        Digest digest = Digest.ofLines()
                .column("C2025-0004711")
                .column("王芳")
                .column(2_148_000L)
                .column(-12L)
                .column(0L)
                .column(null)
                .column("")
                .endLine()
                .endLine()
                .column(Long.MIN_VALUE)
                .column(Long.MAX_VALUE)
                .endLine();
        assertThat(digest.hex()).isEqualTo(Digest.sha256Hex(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void escapesWhatWouldMoveAColumn() {
        assertThat(Digest.ofLines().line("a\tb", "c\nd", "e\\f", "g\rh").hex())
                .isEqualTo(Digest.sha256Hex("a\\tb\tc\\nd\te\\\\f\tg\\rh\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void doesNotDependOnItsBuffer() {
        StringBuilder text = new StringBuilder();
        Digest digest = Digest.ofLines();
        for (long i = 0; i < 20_000; i++) {
            digest.column(i * 7_919).column("市南区" + i).endLine();
            text.append(i * 7_919).append('\t').append("市南区").append(i).append('\n');
        }
        assertThat(digest.hex()).isEqualTo(Digest.sha256Hex(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void distinguishesWhereAColumnEnds() {
        assertThat(Digest.ofLines().line("ab", "c").hex())
                .isNotEqualTo(Digest.ofLines().line("a", "bc").hex());
    }
}
