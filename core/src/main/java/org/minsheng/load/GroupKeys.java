package org.minsheng.load;

import java.util.Arrays;

/** The hashes of the keys of one group of rows, to find doubles in it. A group is small; of a large one all later rows count. */
final class GroupKeys {
    private static final int PLACES_LEAST = 64;
    private static final int PLACES_MOST = 1 << 20;

    private long[] hashes = new long[PLACES_LEAST];
    private int size;

    /** Begins with none. */
    void clear() {
        if (hashes.length > PLACES_LEAST) {
            hashes = new long[PLACES_LEAST];
        } else {
            Arrays.fill(hashes, 0);
        }
        size = 0;
    }

    /** Adds a key by its hash; true when it may have been added before. */
    boolean add(long hash) {
        if (2 * size >= hashes.length && !grow()) {
            return true;
        }
        return !put(hashes, hash == 0 ? 1 : hash);
    }

    private boolean grow() {
        if (hashes.length == PLACES_MOST) {
            return false;
        }
        long[] larger = new long[2 * hashes.length];
        size = 0;
        for (long hash : hashes) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        hashes = larger;
        return true;
    }

    private boolean put(long[] places, long hash) {
        int mask = places.length - 1;
        int place = (int) (hash >>> 32) & mask;
        while (places[place] != 0) {
            if (places[place] == hash) {
                return false;
            }
            place = (place + 1) & mask;
        }
        places[place] = hash;
        size++;
        return true;
    }
}
