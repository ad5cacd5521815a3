package org.minsheng.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {
    @ParameterizedTest
    @CsvSource({"0.88, 8800", "1, 10000", "1.0000, 10000", "0, 0", "0.0001, 1", "-0.1, -1000"})
    void readsTenThousandths(String text, int tenThousandths) {
        assertThat(Ratio.parse(text)).isEqualTo(tenThousandths);
    }

    @Test
    void refusesAFifthDecimalAndWhatIsNoNumber() {
        assertThatThrownBy(() -> Ratio.parse("0.12345")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Ratio.parse("88%")).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({"8800, 0.88", "10000, 1", "0, 0", "1, 0.0001", "100000, 10"})
    void writesNoMoreDecimalsThanNeeded(int tenThousandths, String decimal) {
        assertThat(Ratio.decimal(tenThousandths).toPlainString()).isEqualTo(decimal);
    }

    @ParameterizedTest
    @CsvSource({
        "1960000, 8800, 1, 1724800",
        "1, 5000, 1, 1",
        "-1, 5000, 1, -1",
        "1, 4999, 1, 0",
        "149, 10000, 100, 100",
        "150, 10000, 100, 200",
        "-150, 10000, 100, -200"
    })
    void roundsHalfUpOnceInTheGivenUnit(long fen, int ratio, long unit, long expected) {
        assertThat(Ratio.ofMoney(fen, ratio, unit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithExactArithmeticEvenBeyondSixtyFourBits(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long a = random.nextLong() >> random.nextInt(63);
            long b = random.nextInt(20_001);
            long divisor = 10_000L * (1 + random.nextInt(200));
            BigDecimal exact = BigDecimal.valueOf(a)
                    .multiply(BigDecimal.valueOf(b))
                    .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP);
            assertThat(Ratio.mulDivHalfUp(a, b, divisor))
                    .as("seed %d: %d × %d ÷ %d", seed, a, b, divisor)
                    .isEqualTo(exact.longValueExact());
            assertThat(Ratio.mulDivHalfUp(Math.abs(a >> 1), b, divisor))
                    .as("a reversal is the exact negative, seed %d", seed)
                    .isEqualTo(-Ratio.mulDivHalfUp(-Math.abs(a >> 1), b, divisor));
        }
    }

    @Test
    void failsRatherThanOverflows() {
        assertThatThrownBy(() -> Ratio.mulDivHalfUp(Long.MAX_VALUE, 20_000, 10_000))
                .isInstanceOf(ArithmeticException.class);
    }
}
