package org.minsheng.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {
    @ParameterizedTest
    @CsvSource({
        "370202199001010014, 3702**********0014",
        "13800138000, ***********",
        "123456789012, 1234****9012",
        "12345678901, ***********",
        "1, *",
        "'', ''"
    })
    void showsAtMostTheEnds(String clear, String shown) {
        assertThat(Masked.of(clear)).hasToString(shown);
    }

    @Test
    void revealsOnlyWhenAsked() {
        assertThat(Masked.of("370202199001010014").reveal()).isEqualTo("370202199001010014");
        assertThat("%s".formatted(Masked.of("370202199001010014"))).doesNotContain("19900101");
    }

    @Test
    void isEqualByWhatItHides() {
        assertThat(Masked.of("370202199001010014"))
                .isEqualTo(Masked.of("370202199001010014"))
                .isNotEqualTo(Masked.of("370202199112310014"))
                .hasSameHashCodeAs(Masked.of("370202199001010014"));
    }
}
