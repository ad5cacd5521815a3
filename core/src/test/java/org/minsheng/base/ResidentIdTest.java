package org.minsheng.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "440524188001010014",
                "53010219200508011X",
                "440524188001015368",
                "360426199101010071",
                "932682198501010017"
            })
    void acceptsPublishedNumbers(String number) {
        assertThat(ResidentId.problemOf(number)).isEmpty();
        assertThat(ResidentId.of(number).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "110105194902310026, ID_BIRTH_DATE",
        "110105194912310021, ID_CHECKSUM",
        "110105195001010014, ID_CHECKSUM",
        "3.70202E+17, ID_SPREADSHEET",
        "3.70202199001011E+17, ID_SPREADSHEET",
        "370202199001011000, ID_SPREADSHEET",
        "370202199001011000.00, ID_SPREADSHEET",
        "'######', ID_SPREADSHEET",
        "37020219900101, ID_LENGTH",
        "'', ID_LENGTH",
        "37020219900101100?, ID_CHARACTERS",
        "3702021990O1011005, ID_CHARACTERS",
        "37020249023100, ID_LENGTH",
        "370202490231002, ID_BIRTH_DATE",
        "37020249O131002, ID_CHARACTERS",
        "110105190002290020, ID_BIRTH_DATE",
        "110105194913010026, ID_BIRTH_DATE",
        "110105194900010026, ID_BIRTH_DATE",
        "110105194904310026, ID_BIRTH_DATE",
        "110105184912310026, ID_BIRTH_DATE",
        "990105194912310026, ID_DIVISION",
        "170105194912310026, ID_DIVISION",
        "000105194912310026, ID_DIVISION"
    })
    void namesTheReasonForRefusal(String text, IdentifierProblem reason) {
        assertThat(ResidentId.problemOf(text)).contains(reason);
    }

    @Test
    void readsWhatTheNumberSays() {
        ResidentId woman = ResidentId.of("11010519491231002X");
        assertThat(woman.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(woman.sex()).isEqualTo(Sex.FEMALE);
        assertThat(woman.sequence()).isEqualTo(2);
        assertThat(woman.division()).contains(DivisionCode.of("110105"));
        assertThat(woman.foreigner()).isFalse();
        assertThat(ResidentId.of("440524188001010014").sex()).isEqualTo(Sex.MALE);
    }

    @Test
    void givesAForeignerNoDivision() {
        ResidentId foreigner = ResidentId.of("932682198501010017");
        assertThat(foreigner.foreigner()).isTrue();
        assertThat(foreigner.division()).isEmpty();
        assertThat(foreigner.birthDate()).isEqualTo(LocalDate.of(1985, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 11010519491231002X\t",
                "11010519491231002x",
                "１１０１０５１９４９１２３１００２Ｘ",
                "　11010519491231002ｘ\u00A0",
                "\uFEFF11010519491231002X"
            })
    void understandsHowPeopleWriteIt(String text) {
        assertThat(ResidentId.of(text).number()).isEqualTo("11010519491231002X");
    }

    @Test
    void leavesANumberInNormalFormAlone() {
        String number = "11010519491231002X";
        assertThat(ResidentId.normalise(number)).isSameAs(number);
    }

    @Test
    void upgradesTheOldFormAndSaysSo() {
        ResidentId upgraded = ResidentId.of("110105491231002");
        assertThat(upgraded.number()).isEqualTo("11010519491231002X");
        assertThat(upgraded.upgraded()).isTrue();
        assertThat(upgraded).isEqualTo(ResidentId.of("11010519491231002X"));
        assertThat(ResidentId.of("11010519491231002X").upgraded()).isFalse();
    }

    @Test
    void neverRefusesARetiredDivision() {
        for (DivisionCode retired : DivisionCode.qingdaoRetired()) {
            String digits = retired.code() + "19620308001";
            assertThat(ResidentId.problemOf(digits + ResidentId.checkCharacter(digits)))
                    .as(retired.code())
                    .isEmpty();
        }
    }

    @Test
    void takesTheBucketFromTheFirstByteOfTheHash() throws Exception {
        String number = "11010519491231002X";
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.US_ASCII));
        assertThat(ResidentId.of(number).bucket()).isEqualTo(hash[0] & 0xFF);
        assertThat(ResidentId.of("110105491231002").bucket()).isEqualTo(hash[0] & 0xFF);
    }

    @Test
    void spreadsNumbersOverAllBuckets() {
        int[] filled = new int[ResidentId.BUCKETS];
        Random random = new Random(11);
        for (int i = 0; i < 25_600; i++) {
            filled[ResidentId.bucketOf(generated(random))]++;
        }
        for (int bucket = 0; bucket < ResidentId.BUCKETS; bucket++) {
            assertThat(filled[bucket]).as("bucket " + bucket).isBetween(50, 160);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void catchesEveryChangeOfOneDigitAndEveryTransposition(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String number = generated(random);
            assertThat(ResidentId.problemOf(number))
                    .as("seed %d: %s", seed, number)
                    .isEmpty();
            for (int place = 0; place < ResidentId.LENGTH; place++) {
                for (char other = '0'; other <= '9'; other++) {
                    if (number.charAt(place) != other) {
                        String changed = number.substring(0, place) + other + number.substring(place + 1);
                        assertThat(ResidentId.problemOf(changed))
                                .as("seed %d: %s from %s", seed, changed, number)
                                .isPresent();
                    }
                }
            }
            for (int place = 0; place + 1 < ResidentId.LENGTH; place++) {
                if (number.charAt(place) != number.charAt(place + 1)) {
                    String swapped = number.substring(0, place)
                            + number.charAt(place + 1)
                            + number.charAt(place)
                            + number.substring(place + 2);
                    assertThat(ResidentId.problemOf(swapped))
                            .as("seed %d: %s from %s", seed, swapped, number)
                            .isPresent();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void neverFailsOnAnyText(long seed) {
        Random random = new Random(seed);
        String characters = "0123456789xXE+.#- １Ｘ王\u0000\uFFFF";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(24);
            for (int i = 0; i < length; i++) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
            String normal = ResidentId.normalise(text.toString());
            ResidentId.problemOf(normal).ifPresent(trouble -> assertThat(
                            ResidentId.describe(normal, trouble).code())
                    .isEqualTo(trouble));
        }
    }

    @Test
    void hidesTheNumberInItsTextAndInItsProblems() {
        assertThat(ResidentId.of("11010519491231002X")).hasToString("1101**********002X");
        assertThatThrownBy(() -> ResidentId.of("110105194912310021"))
                .isInstanceOfSatisfying(ProblemException.class, failure -> assertThat(failure.problem())
                        .isEqualTo(Problem.of(IdentifierProblem.ID_CHECKSUM)
                                .with("value", Masked.of("110105194912310021"))))
                .hasMessageNotContaining("110105194912310021");
    }

    @Test
    void saysWhatExactlyIsWrong() {
        assertThat(ResidentId.describe("110105194902310026", IdentifierProblem.ID_BIRTH_DATE)
                        .facts())
                .containsEntry("date", "1949-02-31");
        assertThat(ResidentId.describe("110105490231002", IdentifierProblem.ID_BIRTH_DATE)
                        .facts())
                .containsEntry("date", "1949-02-31");
        assertThat(ResidentId.describe("3702021990O1011005", IdentifierProblem.ID_CHARACTERS)
                        .facts())
                .containsEntry("position", 11);
        assertThat(ResidentId.describe("37020219900101100?", IdentifierProblem.ID_CHARACTERS)
                        .facts())
                .containsEntry("position", 18);
        assertThat(ResidentId.describe("3702", IdentifierProblem.ID_LENGTH).facts())
                .containsEntry("length", 4);
    }

    private static String generated(Random random) {
        LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(33_000));
        String digits = "370202" + birth.toString().replace("-", "") + String.format("%03d", random.nextInt(1000));
        return digits + ResidentId.checkCharacter(digits);
    }
}
