package org.minsheng.load;

import org.minsheng.base.Masked;

/** The characters of one field, where they lie in the record; used again for every field. */
public final class FieldText {
    private static final int SHOWN_CHARS_MAX = 80;

    private char[] chars;
    private int start;
    private int end;
    private boolean sensitive;

    void at(char[] array, int from, int until, boolean isSensitive) {
        chars = array;
        start = from;
        end = until;
        sensitive = isSensitive;
        while (start < end && isSpace(chars[start])) {
            start++;
        }
        while (end > start && isSpace(chars[end - 1])) {
            end--;
        }
    }

    /** ASCII white space, the no-break space and the ideographic space (全角空格), as clerks type them. */
    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000';
    }

    /** How many characters it has. */
    public int length() {
        return end - start;
    }

    /** The character at an index from 0. */
    public char at(int index) {
        return chars[start + index];
    }

    /** The text as a string. */
    @Override
    public String toString() {
        return new String(chars, start, end - start);
    }

    /** The text as a problem may show it: masked where the column is sensitive, and not endless. */
    public Object shown() {
        String text = toString();
        String cut = text.length() > SHOWN_CHARS_MAX ? text.substring(0, SHOWN_CHARS_MAX) : text;
        return sensitive ? Masked.of(cut) : cut;
    }

    char[] chars() {
        return chars;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }
}
