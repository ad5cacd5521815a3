package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.base.ProblemException;

@Tag("database")
class CopyTest {
    private static final int[] LETTERS = {
        '\t', '\n', '\r', '\\', '\b', '\f', 0x0b, 'N', '.', ' ', '"', '\'', 'a', 0x7f, 0xe9, 0x4e2d, 0x6587, 0x1f600
    };

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @BeforeAll
    static void makeTable() {
        database.handle().execute("CREATE TEMP TABLE sheet (id bigint, label text, day date, price numeric, many int)");
    }

    @BeforeEach
    void empty() {
        database.handle().execute("DELETE FROM sheet");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsBackWhatWasWritten(long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        try (CopyIn in = CopyIn.into(connection(), "sheet (id, label, many)")) {
            for (int i = 0; i < 2_000; i++) {
                texts.add(randomText(random));
                numbers.add(randomNumber(random));
                in.number(numbers.get(i)).text(texts.get(i)).number(i).endRow();
            }
            assertThat(in.finish()).isEqualTo(2_000);
        }
        List<String> textsRead = new ArrayList<>();
        List<Long> numbersRead = new ArrayList<>();
        try (CopyOut out = CopyOut.query(connection(), "SELECT id, label FROM sheet ORDER BY many")) {
            while (out.nextRow()) {
                assertThat(out.isNull(1)).isEqualTo(texts.get(textsRead.size()) == null);
                numbersRead.add(out.number(0));
                textsRead.add(out.text(1));
            }
        }
        assertThat(textsRead).as("texts of seed %s", seed).isEqualTo(texts);
        assertThat(numbersRead).as("numbers of seed %s", seed).isEqualTo(numbers);
    }

    @Test
    void tellsNullFromAnEmptyTextAndFromABackslashAndN() {
        try (CopyIn in = CopyIn.into(connection(), "sheet (many, label, day, price)")) {
            in.number(1).nil().date(null).decimal(null).endRow();
            in.number(2)
                    .text("")
                    .date(LocalDate.of(2024, 2, 29))
                    .decimal(new BigDecimal("-0.000100"))
                    .endRow();
            in.number(3)
                    .text("\\N")
                    .date(LocalDate.of(1, 1, 1))
                    .decimal(new BigDecimal("1E+20"))
                    .endRow();
            in.number(4)
                    .text("\\.")
                    .date(LocalDate.of(9999, 12, 31))
                    .decimal(BigDecimal.ZERO)
                    .endRow();
            assertThat(in.finish()).isEqualTo(4);
        }
        List<String> rows = new ArrayList<>();
        try (CopyOut out = CopyOut.query(connection(), "SELECT label, day, price FROM sheet ORDER BY many")) {
            while (out.nextRow()) {
                assertThat(out.fields()).isEqualTo(3);
                rows.add(out.text(0) + "|" + (out.isNull(1) ? null : out.date(1)) + "|" + out.text(2));
            }
        }
        assertThat(rows)
                .containsExactly(
                        "null|null|null",
                        "|2024-02-29|-0.000100",
                        "\\N|0001-01-01|100000000000000000000",
                        "\\.|9999-12-31|0");
    }

    @Test
    void keepsALongTextWhole() {
        String text = "民生\t\\".repeat(100_000);
        try (CopyIn in = CopyIn.into(connection(), "sheet (label)")) {
            in.text(text).endRow();
            assertThat(in.finish()).isEqualTo(1);
        }
        try (CopyOut out = CopyOut.query(connection(), "SELECT label FROM sheet")) {
            assertThat(out.nextRow()).isTrue();
            assertThat(out.text(0)).isEqualTo(text);
            assertThat(out.nextRow()).isFalse();
        }
    }

    @Test
    void writesNothingWhenItIsClosedWithoutTheEnd() {
        try (CopyIn in = CopyIn.into(connection(), "sheet (many)")) {
            in.number(1).endRow();
        }
        assertThat(rows()).isZero();
    }

    @Test
    void canBeLeftBeforeTheLastRow() {
        try (CopyOut out = CopyOut.query(connection(), "SELECT generate_series(1, 1000000)")) {
            assertThat(out.nextRow()).isTrue();
        }
        assertThat(rows()).isZero();
    }

    @Test
    void saysWhatTheServerSaysOfAValueItRefuses() {
        assertThatThrownBy(() -> {
                    try (CopyIn in = CopyIn.into(connection(), "sheet (many)")) {
                        in.text("many").endRow();
                        in.finish();
                    }
                })
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo(DbProblem.STATEMENT_FAILED);
                    assertThat(e.problem().facts()).containsEntry("state", "22P02");
                });
        assertThat(rows()).isZero();
    }

    private static long rows() {
        return database.handle()
                .createQuery("SELECT count(*) FROM sheet")
                .mapTo(Long.class)
                .one();
    }

    private static Connection connection() {
        return database.handle().getConnection();
    }

    private static String randomText(Random random) {
        if (random.nextInt(10) == 0) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            text.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private static long randomNumber(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(20) - 10;
            case 1 -> Long.MIN_VALUE + random.nextInt(2);
            case 2 -> Long.MAX_VALUE - random.nextInt(2);
            default -> random.nextLong() >> random.nextInt(64);
        };
    }
}
