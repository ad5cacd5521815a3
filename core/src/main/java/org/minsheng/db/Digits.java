package org.minsheng.db;

/** Decimal digits of whole numbers, written and read as ASCII bytes without an object. */
final class Digits {
    private static final byte[] SMALLEST =
            Long.toString(Long.MIN_VALUE).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** Ten to the power of 0 to 18. */
    static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private Digits() {}

    /** Writes a number at a place that has room for 20 bytes; returns the place behind it. */
    static int write(byte[] buffer, int at, long value) {
        // Most amounts of a settlement are nought.
        if (value >= 0 && value < 10) {
            buffer[at] = (byte) ('0' + value);
            return at + 1;
        }
        if (value == Long.MIN_VALUE) {
            System.arraycopy(SMALLEST, 0, buffer, at, SMALLEST.length);
            return at + SMALLEST.length;
        }
        int place = at;
        if (value < 0) {
            buffer[place++] = '-';
        }
        long rest = Math.abs(value);
        int behind = place + length(rest);
        int digit = behind;
        while (rest > Integer.MAX_VALUE) {
            buffer[--digit] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        // Dividing an int takes half the time, and nearly all numbers fit.
        for (int small = (int) rest; digit > place; small /= 10) {
            buffer[--digit] = (byte) ('0' + small % 10);
        }
        return behind;
    }

    /** How many digits a number above 0 has: a little less than its bits times log10(2), or one more. */
    private static int length(long number) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(number);
        int least = (bits * 1233) >>> 12;
        return number < POWERS[least] ? least : least + 1;
    }

    /** Reads the number between two places. */
    static long read(byte[] buffer, int start, int end) {
        int place = start;
        boolean negative = buffer[place] == '-';
        if (negative) {
            place++;
        }
        long value = 0;
        for (; place < end; place++) {
            int digit = buffer[place] - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException("not a whole number in a COPY row");
            }
            // counts down, so that the smallest long fits
            value = Math.subtractExact(Math.multiplyExact(value, 10), digit);
        }
        return negative ? value : Math.negateExact(value);
    }
}
