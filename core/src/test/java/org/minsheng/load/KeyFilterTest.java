package org.minsheng.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyFilterTest {
    private static final int KEYS = 100_000;
    private static final int BYTES_PER_ROW = 60;

    @Test
    void neverForgetsAKeyAndSeldomTakesANewOneForKnown() {
        KeyFilter filter = new KeyFilter((long) KEYS * BYTES_PER_ROW);
        int mistaken = 0;
        for (int i = 0; i < KEYS; i++) {
            mistaken += filter.add(hash(i)) ? 1 : 0;
        }

        for (int i = 0; i < KEYS; i++) {
            assertThat(filter.add(hash(i))).isTrue();
        }
        assertThat(mistaken).isLessThan(KEYS / 1_000);
    }

    @Test
    void staysOfUseWhenAFileIsLargerThanItSaid() {
        KeyFilter filter = new KeyFilter(1);
        int mistaken = 0;
        for (int i = 0; i < 3_000; i++) {
            mistaken += filter.add(hash(i)) ? 1 : 0;
        }

        assertThat(mistaken).isLessThan(300);
    }

    private static long hash(int key) {
        return new Random(key).nextLong();
    }
}
