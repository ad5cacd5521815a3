package org.minsheng.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "17.48, 1748",
        "17.4, 1740",
        "17, 1700",
        "0.05, 5",
        "-0.05, -5",
        "+3.10, 310",
        "-21480.00, -2148000",
        "99999999999999.99, 9999999999999999"
    })
    void readsYuan(String text, long fen) {
        assertThat(Money.parseYuan(text)).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".5",
                "1.",
                "1.234",
                "1,000.00",
                "1e3",
                "￥5",
                "５",
                " 1",
                "1 ",
                "NaN",
                "0x10",
                "--1",
                "100000000000000.00"
            })
    void refusesWhatIsNotYuan(String text) {
        assertThatThrownBy(() -> Money.parseYuan(text)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "5, 0.05", "-5, -0.05", "1748, 17.48", "-2148000, -21480.00", "10, 0.10"})
    void writesYuanWithTwoDecimals(long fen, String text) {
        assertThat(Money.yuan(fen)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void readsWhatItWrites(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            long fen = random.nextLong() % (Money.LARGEST_FEN + 1);
            assertThat(Money.parseYuan(Money.yuan(fen))).as("seed %d", seed).isEqualTo(fen);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 12.345, 3704",
        "1, 0.005, 1",
        "1, 0.004999, 0",
        "-1, 0.005, -1",
        "0.3333, 3, 100",
        "1.5, 0.33, 50",
        "12, 6.123456, 7348"
    })
    void multipliesOnceAndRoundsHalfUp(BigDecimal quantity, BigDecimal unitPrice, long fen) {
        assertThat(Money.product(quantity, unitPrice)).isEqualTo(fen);
    }

    @Test
    void refusesAProductThatFitsNoAmount() {
        assertThatThrownBy(() -> Money.product(new BigDecimal("1e12"), new BigDecimal("1e12")))
                .isInstanceOf(ArithmeticException.class);
    }
}
