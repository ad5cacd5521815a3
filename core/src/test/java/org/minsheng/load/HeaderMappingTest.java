package org.minsheng.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderMappingTest {
    @Test
    void findsColumnsByNameAliasAndCase() {
        HeaderMapping mapping = HeaderMapping.of(
                "file", SampleKinds.BILL, List.of(" 金额", "Bill No", "ＳＨＯＰＣＤ", "BegnDate", "reject_run", "reject_line"));
        assertThat(mapping.fieldOf(SampleKinds.BILL_AMOUNT)).isZero();
        assertThat(mapping.fieldOf(SampleKinds.BILL_NO)).isEqualTo(1);
        assertThat(mapping.fieldOf(SampleKinds.BILL_SHOP)).isEqualTo(2);
        assertThat(mapping.fieldOf(SampleKinds.BILL_DAY)).isEqualTo(3);
        assertThat(mapping.fieldOf(SampleKinds.BILL_PHONE)).isEqualTo(-1);
        assertThat(mapping.rejectRunField()).isEqualTo(4);
        assertThat(mapping.rejectLineField()).isEqualTo(5);
    }

    @Test
    void namesAllThatIsWrongAndTheNearestName() {
        assertThatThrownBy(() -> HeaderMapping.of(
                        "bills.csv", SampleKinds.BILL, List.of("shop_cod", "bill_no", "单号", "billed_on", "colour")))
                .hasMessageContaining("load.header")
                .hasMessageContaining("unknown=shop_cod (shop_code?), colour")
                .hasMessageContaining("doubled=单号")
                .hasMessageContaining("missing=shop_code, amount");
    }
}
