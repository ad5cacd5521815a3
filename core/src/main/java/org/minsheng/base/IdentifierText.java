package org.minsheng.base;

/** Brings an identifier as people and files write it into the form that can be checked. */
final class IdentifierText {
    private static final char FULL_WIDTH_FIRST = '\uFF01';
    private static final char FULL_WIDTH_LAST = '\uFF5E';
    private static final int FULL_WIDTH_OFFSET = FULL_WIDTH_FIRST - '!';

    private IdentifierText() {}

    /** Without spaces around it, half-width, upper case; the same object when it already is. */
    static String normalise(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        for (int i = start; i < end; i++) {
            if (normal(text.charAt(i)) != text.charAt(i)) {
                return rewritten(text, start, end);
            }
        }
        return text.substring(start, end);
    }

    private static String rewritten(String text, int start, int end) {
        char[] normal = new char[end - start];
        for (int i = start; i < end; i++) {
            normal[i - start] = normal(text.charAt(i));
        }
        return new String(normal);
    }

    private static char normal(char written) {
        char half = written >= FULL_WIDTH_FIRST && written <= FULL_WIDTH_LAST
                ? (char) (written - FULL_WIDTH_OFFSET)
                : written;
        return half >= 'a' && half <= 'z' ? (char) (half - ('a' - 'A')) : half;
    }

    /** Spaces, tabs, line ends, no-break and full-width spaces, and a byte order mark that an editor left. */
    private static boolean isBlank(char character) {
        return character <= ' ' || character == '\u00A0' || character == '\u3000' || character == '\uFEFF';
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** The position from 1 of the first character that is no digit; 0 when all of them are. */
    static int firstNonDigit(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The number that the digits from start to end write; they must be digits. */
    static int number(CharSequence text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
