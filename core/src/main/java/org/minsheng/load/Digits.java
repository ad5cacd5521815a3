package org.minsheng.load;

/** Reads decimal numbers from characters without making strings of them. */
final class Digits {
    /** A {@code long} holds every number of this many digits. */
    static final int DIGITS_MAX = 18;

    /** What {@link #unscaled} gives for text that is no such number. */
    static final long NOT_A_NUMBER = Long.MIN_VALUE;

    private Digits() {}

    /**
     * The number times ten to the power of {@code scale}: {@code 12.5} with the scale 2 is 1250. A sign and a point with
     * digits on both sides are understood; an exponent, separators and more decimals than {@code scale} are not.
     */
    static long unscaled(FieldText text, int scale) {
        int length = text.length();
        int index = length > 0 && (text.at(0) == '-' || text.at(0) == '+') ? 1 : 0;
        long value = 0;
        int digits = 0;
        int decimals = -1;
        for (int at = index; at < length; at++) {
            char c = text.at(at);
            if (c == '.' && decimals < 0 && digits > 0) {
                decimals = 0;
                continue;
            }
            if (c < '0' || c > '9') {
                return NOT_A_NUMBER;
            }
            boolean leadingZero = value == 0 && c == '0';
            digits += leadingZero && digits > 0 ? 0 : 1;
            decimals += decimals >= 0 ? 1 : 0;
            if (decimals > scale) {
                // Zeros beyond the scale say nothing.
                if (c != '0') {
                    return NOT_A_NUMBER;
                }
                digits--;
                decimals--;
                continue;
            }
            value = value * 10 + c - '0';
            if (digits > DIGITS_MAX) {
                return NOT_A_NUMBER;
            }
        }
        if (digits == 0 || text.at(length - 1) == '.') {
            return NOT_A_NUMBER;
        }
        for (int missing = Math.max(decimals, 0); missing < scale; missing++) {
            if (value > Long.MAX_VALUE / 10) {
                return NOT_A_NUMBER;
            }
            value *= 10;
        }
        return text.at(0) == '-' ? -value : value;
    }
}
