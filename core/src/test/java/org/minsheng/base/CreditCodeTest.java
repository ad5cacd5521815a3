package org.minsheng.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110000600037341L", "91440300708461136T", "91110108551385082Q"})
    void acceptsPublishedCodes(String code) {
        assertThat(CreditCode.problemOf(code)).isEmpty();
        assertThat(CreditCode.of(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "91350200M000000510, CREDIT_CODE_CHECKSUM",
        "91110000600037342L, CREDIT_CODE_ORGANISATION_CHECKSUM",
        "91110000600037341M, CREDIT_CODE_CHECKSUM",
        "9111000060003734L, CREDIT_CODE_LENGTH",
        "91110000I00037341L, CREDIT_CODE_CHARACTERS",
        "9111A000600037341L, CREDIT_CODE_CHARACTERS",
        "91110000王00037341L, CREDIT_CODE_CHARACTERS"
    })
    void namesTheReasonForRefusal(String code, IdentifierProblem reason) {
        assertThat(CreditCode.problemOf(code)).contains(reason);
    }

    @Test
    void understandsHowPeopleWriteIt() {
        assertThat(CreditCode.of("　91110000600037341l ").code()).isEqualTo("91110000600037341L");
        assertThat(CreditCode.of("９１１１００００６０００３７３４１Ｌ").code()).isEqualTo("91110000600037341L");
    }

    @Test
    void letsTheRegisteringDepartmentBeALetter() {
        String sixteen = "A1370202" + "MA3C0001";
        String seventeen = sixteen + CreditCode.organisationCheck(sixteen);
        assertThat(CreditCode.problemOf(seventeen + CreditCode.checkCharacter(seventeen)))
                .isEmpty();
    }

    @Test
    void showsTheCodeInItsProblem() {
        assertThatThrownBy(() -> CreditCode.of("91110000I00037341L"))
                .isInstanceOfSatisfying(ProblemException.class, failure -> assertThat(
                                failure.problem().facts())
                        .containsEntry("value", "91110000I00037341L")
                        .containsEntry("position", 9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void catchesEveryChangeOfOneCharacterAndEveryTransposition(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            String code = generated(random);
            assertThat(CreditCode.problemOf(code)).as("seed %d: %s", seed, code).isEmpty();
            for (int place = 0; place < CreditCode.LENGTH; place++) {
                for (int other = 0; other < ALPHABET.length(); other++) {
                    if (code.charAt(place) != ALPHABET.charAt(other)) {
                        String changed = code.substring(0, place) + ALPHABET.charAt(other) + code.substring(place + 1);
                        assertThat(CreditCode.problemOf(changed))
                                .as("seed %d: %s from %s", seed, changed, code)
                                .isPresent();
                    }
                }
            }
            for (int place = 0; place + 1 < CreditCode.LENGTH; place++) {
                if (code.charAt(place) != code.charAt(place + 1)) {
                    String swapped = code.substring(0, place)
                            + code.charAt(place + 1)
                            + code.charAt(place)
                            + code.substring(place + 2);
                    assertThat(CreditCode.problemOf(swapped))
                            .as("seed %d: %s from %s", seed, swapped, code)
                            .isPresent();
                }
            }
        }
    }

    private static String generated(Random random) {
        StringBuilder code = new StringBuilder("91370202");
        for (int i = 0; i < 8; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        code.append(CreditCode.organisationCheck(code));
        return code.append(CreditCode.checkCharacter(code)).toString();
    }
}
