package org.minsheng.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderMappingTest {
    @Test
    void findsColumnsByNameAliasAndCase() {
        HeaderMapping mapping = HeaderMapping.of(
                "file",
                SampleKinds.BILL,
                List.of(" 金额", "Bill No", "ＳＨＯＰＣＤ", "BegnDate", "reject_run", "reject_line"),
                List.of(SampleKinds.BILL));
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
                        "bills.csv",
                        SampleKinds.BILL,
                        List.of("shop_cod", "bill_no", "单号", "billed_on", "colour"),
                        List.of(SampleKinds.BILL)))
                .hasMessageContaining("load.header")
                .hasMessageContaining("load.header-unknown{names=shop_cod (shop_code?), colour}")
                .hasMessageContaining("load.header-doubled{names=单号}")
                .hasMessageContaining("load.header-missing{names=shop_code, amount}");
    }

    @Test
    void saysNothingOfSortsOfMistakesThatTheHeaderHasNot() {
        assertThatThrownBy(() -> HeaderMapping.of(
                        "bills.csv",
                        SampleKinds.BILL,
                        List.of("shop_code", "bill_no", "billed_on", "amount", "colour"),
                        List.of(SampleKinds.BILL)))
                .hasMessageContaining("findings=[load.header-unknown{names=colour}]");
    }

    @Test
    void recognizesTheHeaderOfAnotherFileOfTheLoad() {
        List<String> ofBills = List.of("shop_code", "bill_no", "billed_on", "amount");
        List<FileKind> load = List.of(SampleKinds.BILL, SampleKinds.LINE);
        assertThatThrownBy(() -> HeaderMapping.of("lines.csv", SampleKinds.LINE, ofBills, load))
                .hasMessageContaining("load.header-of-other")
                .hasMessageContaining("other=sample-bill");
        assertThatThrownBy(() -> HeaderMapping.of("lines.csv", SampleKinds.LINE, ofBills, List.of(SampleKinds.LINE)))
                .hasMessageContaining("load.header{");
    }
}
