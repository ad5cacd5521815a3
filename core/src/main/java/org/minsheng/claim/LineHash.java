package org.minsheng.claim;

/**
 * A 64-bit hash of what a line says, to see whether a bill that comes again has changed. The hashes of a claim's lines
 * are combined by exclusive or, so their order does not matter; each includes the number of its line. Not against
 * forgers: who can forge a line can also send it as a change.
 */
final class LineHash {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int HALF = 32;

    private long hash;

    LineHash add(long number) {
        long mixed = (hash ^ number) * MULTIPLIER;
        hash = mixed ^ (mixed >>> HALF);
        return this;
    }

    LineHash add(String text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
        return add(text.length());
    }

    long value() {
        return hash;
    }
}
