package org.minsheng.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RunKeysTest {
    private final GroupKeys keys = new GroupKeys();

    @Test
    void knowsWhatWasAddedAndNothingElse() {
        Random random = new Random(7);
        long[] hashes = random.longs(100_000).distinct().toArray();
        for (long hash : hashes) {
            assertThat(keys.add(hash)).isFalse();
        }
        for (long hash : hashes) {
            assertThat(keys.add(hash)).isTrue();
        }
    }

    @Test
    void forgetsTheGroupBefore() {
        keys.add(0);
        keys.add(1L << 40);

        keys.clear();

        assertThat(keys.add(0)).isFalse();
        assertThat(keys.add(1L << 40)).isFalse();
        assertThat(keys.add(0)).isTrue();
    }

    @Test
    void suspectsAllRowsOfAGroupThatNoMemoryHolds() {
        for (long hash = 1; hash <= 1L << 19; hash++) {
            keys.add(hash << 32);
        }
        assertThat(keys.add(42)).isTrue();
    }
}
