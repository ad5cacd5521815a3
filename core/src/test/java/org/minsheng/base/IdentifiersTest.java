package org.minsheng.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.base.Identifiers.Inspection;

class IdentifiersTest {
    @ParameterizedTest
    @CsvSource({
        "11010519491231002x, RESIDENT, 11010519491231002X",
        "360426199101010071, RESIDENT, 360426199101010071",
        "932682198501010017, FOREIGNER, 932682198501010017",
        "91110000600037341l, CREDIT_CODE, 91110000600037341L",
        "９１３５０１００Ｍ０００１００Ｙ４３, CREDIT_CODE, 91350100M000100Y43"
    })
    void recognisesWhatIsValid(String text, IdentifierKind kind, String normal) {
        Inspection inspection = Identifiers.inspect(text);
        assertThat(inspection.kind()).isEqualTo(kind);
        assertThat(inspection.normal()).isEqualTo(normal);
        assertThat(inspection.valid()).isTrue();
        assertThat(inspection.upgraded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "110105194902310026, RESIDENT, ID_BIRTH_DATE",
        "110105194912310021, RESIDENT, ID_CHECKSUM",
        "110105195001010014, RESIDENT, ID_CHECKSUM",
        "3.70202E+17, RESIDENT, ID_SPREADSHEET",
        "370202199001011000, RESIDENT, ID_SPREADSHEET",
        "1101051949123100210, RESIDENT, ID_LENGTH",
        "932682198501010018, FOREIGNER, ID_CHECKSUM",
        "91350200M000000510, CREDIT_CODE, CREDIT_CODE_CHECKSUM",
        "91110000600037342L, CREDIT_CODE, CREDIT_CODE_ORGANISATION_CHECKSUM",
        "9111000060003734L, CREDIT_CODE, CREDIT_CODE_LENGTH",
        "911100006000373419, CREDIT_CODE, CREDIT_CODE_CHECKSUM",
        "hello, UNKNOWN, ID_LENGTH",
        "'', UNKNOWN, ID_LENGTH"
    })
    void saysWhatWasMeantAndWhatIsWrong(String text, IdentifierKind kind, IdentifierProblem reason) {
        Inspection inspection = Identifiers.inspect(text);
        assertThat(inspection.kind()).isEqualTo(kind);
        assertThat(inspection.valid()).isFalse();
        assertThat(inspection.problem().orElseThrow().code()).isEqualTo(reason);
    }

    @Test
    void reportsAnUpgrade() {
        Inspection inspection = Identifiers.inspect("110105491231002");
        assertThat(inspection.kind()).isEqualTo(IdentifierKind.RESIDENT);
        assertThat(inspection.upgraded()).isTrue();
        assertThat(inspection.normal()).isEqualTo("11010519491231002X");
    }
}
