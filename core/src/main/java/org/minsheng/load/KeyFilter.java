package org.minsheng.load;

/**
 * Remembers keys in a fixed amount of memory, at the price that it sometimes takes a new key for a known one, never the
 * other way round (a Bloom filter, one cache line a key). It finds the few rows of a file whose key may stand twice.
 */
final class KeyFilter {
    private static final long BITS_MIN = 1L << 16;
    /** 32 MiB: eight million keys are mistaken once in some hundreds, more keys more often. */
    private static final long BITS_MAX = 1L << 28;

    private static final int BITS_PER_WORD = 64;
    private static final int WORDS_PER_LINE = 8;
    private static final int BITS_PER_KEY = 4;
    private static final int PLACE_BITS = 9;
    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;
    private static final long MIXER = 0xFF51AFD7ED558CCDL;

    private final long[] words;
    private final int lineMask;

    /** @param fileBytes the size of the file; its rows are longer than one bit a byte can hold */
    KeyFilter(long fileBytes) {
        long bits = Math.max(BITS_MIN, Math.min(BITS_MAX, Long.highestOneBit(Math.max(1, fileBytes)) << 1));
        words = new long[(int) (bits / BITS_PER_WORD)];
        lineMask = words.length / WORDS_PER_LINE - 1;
    }

    /** Adds a key by its hash; true when it may have been added before. */
    boolean add(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * MIXER;
        mixed ^= mixed >>> 33;
        int line = ((int) (mixed >>> 36) & lineMask) * WORDS_PER_LINE;
        boolean known = true;
        for (int i = 0; i < BITS_PER_KEY; i++) {
            int place = (int) (mixed >>> (i * PLACE_BITS)) & PLACE_MASK;
            long bit = 1L << place;
            int word = line + place / BITS_PER_WORD;
            known &= (words[word] & bit) != 0;
            words[word] |= bit;
        }
        return known;
    }
}
