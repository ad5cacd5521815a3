package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyLineTest {
    @ParameterizedTest
    @CsvSource({
        "10000, 4, 1",
        "12345, 4, 1.2345",
        "12500000, 6, 12.5",
        "1, 6, 0.000001",
        "-1, 2, -0.01",
        "-150, 2, -1.5",
        "0, 4, 0",
        "7, 0, 7",
        "9223372036854775807, 18, 9.223372036854775807",
        "-9223372036854775808, 2, -92233720368547758.08"
    })
    void writesDecimalsWithoutZerosAtTheEnd(long unscaled, int scale, String expected) {
        assertThat(decimal(unscaled, scale)).isEqualTo(expected);
    }

    @Test
    void writesTheDecimalThatWasMeant() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            long unscaled = random.nextLong() >> random.nextInt(64);
            int scale = random.nextInt(19);
            assertThat(new BigDecimal(decimal(unscaled, scale)))
                    .as("%d at scale %d, seed %d", unscaled, scale, seed)
                    .isEqualByComparingTo(BigDecimal.valueOf(unscaled, scale));
        }
    }

    private static String decimal(long unscaled, int scale) {
        CopyLine line = new CopyLine(64);
        line.decimal(unscaled, scale);
        return new String(line.take(), StandardCharsets.US_ASCII);
    }
}
