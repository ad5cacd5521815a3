package org.minsheng.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DivisionCodeTest {
    @Test
    void knowsTheTenDistrictsOfQingdao() {
        assertThat(DivisionCode.qingdaoDistricts())
                .extracting(DivisionCode::code)
                .containsExactly(
                        "370202", "370203", "370211", "370212", "370213", "370214", "370215", "370281", "370283",
                        "370285");
        assertThat(DivisionCode.of("370202").name()).contains("市南区");
        assertThat(DivisionCode.QINGDAO.name()).contains("青岛市");
        assertThat(DivisionCode.of("370282").name()).contains("即墨市");
        assertThat(DivisionCode.of("110105").name()).isEmpty();
    }

    @Test
    void tellsWhetherADivisionLiesInQingdao() {
        assertThat(DivisionCode.of("370284").inQingdao()).isTrue();
        assertThat(DivisionCode.of("370102").inQingdao()).isFalse();
    }

    @Test
    void wantsSixDigitsThatBeginWithAProvince() {
        assertThat(DivisionCode.isWellFormed("370202")).isTrue();
        assertThat(DivisionCode.isWellFormed("830000")).isTrue();
        assertThat(DivisionCode.isWellFormed("37020")).isFalse();
        assertThat(DivisionCode.isWellFormed("37020A")).isFalse();
        assertThat(DivisionCode.isWellFormed("990202")).isFalse();
        assertThatThrownBy(() -> DivisionCode.of("37020")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsThirtyFourProvincesAndTheSecondCodeOfTaiwan() {
        int provinces = 0;
        for (int code = 0; code < 100; code++) {
            provinces += DivisionCode.isProvince(code) ? 1 : 0;
        }
        assertThat(provinces).isEqualTo(35);
    }
}
