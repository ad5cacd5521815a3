package org.minsheng.base;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An identity number, card number or telephone number that may be shown to people: {@code 3702**********0014}. Its
 * {@link #toString()} is always masked; the clear text must be asked for by name.
 */
public final class Masked {
    private static final int SHOWN_AT_EACH_END = 4;

    /** Eleven digits and more, for numbers are mistyped; as people write them, in groups too. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}(?:[\\s-]?\\p{Nd}){10,}[Xx]?");

    private final String clear;

    private Masked(String clear) {
        this.clear = clear;
    }

    public static Masked of(String clear) {
        return new Masked(Objects.requireNonNull(clear));
    }

    /** A person's name as lists show it: first and last character, the middle hidden; of two the first. */
    public static String name(String name) {
        int[] letters = name.codePoints().toArray();
        if (letters.length < 2) {
            return name;
        }
        String first = Character.toString(letters[0]);
        return letters.length == 2
                ? first + "*"
                : first + "*".repeat(letters.length - 2) + Character.toString(letters[letters.length - 1]);
    }

    /**
     * A text of which nobody knows what is in it, such as a word that was typed in the wrong place: whatever may be an
     * identity number, a card number or a telephone number, mistyped or not, is masked.
     */
    public static String within(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(number -> of(number.group()).toString());
    }

    /** The whole value: for the database and for an audited {@code --reveal} only. */
    public String reveal() {
        return clear;
    }

    /** The first and the last four characters; a value too short for that shows nothing. */
    @Override
    public String toString() {
        int hidden = clear.length() - 2 * SHOWN_AT_EACH_END;
        if (hidden < SHOWN_AT_EACH_END) {
            return "*".repeat(clear.length());
        }
        return clear.substring(0, SHOWN_AT_EACH_END)
                + "*".repeat(hidden)
                + clear.substring(clear.length() - SHOWN_AT_EACH_END);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Masked that && that.clear.equals(clear);
    }

    @Override
    public int hashCode() {
        return clear.hashCode();
    }
}
