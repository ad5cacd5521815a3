package org.minsheng.load;

import java.util.regex.Pattern;
import org.minsheng.base.Problem;

/** How the text of a column becomes a value, and how the value is staged. A room may bring types of its own. */
public interface ColumnType {
    /** The type of the staging column: {@code bigint}. */
    String sqlType();

    /**
     * Reads a text that is not empty, white space at its ends already off, and sets the value of {@code row}.
     *
     * @param position the column's position in its kind
     * @return null, or what is wrong with it
     */
    Problem read(FieldText text, TypedRow row, int position);

    /** Writes the value, which is present. */
    void write(TypedRow row, int position, CopyLine out);

    /** Text of at most so many characters; white space at its ends is dropped. */
    static ColumnType text(int lengthMax) {
        return new TextType(lengthMax);
    }

    /** A whole number between two bounds. */
    static ColumnType integer(long least, long most) {
        return new IntegerType(least, most);
    }

    /** A calendar date: 2025-03-18, 20250318, 2025/3/18, with or without a time of day, which is dropped. */
    static ColumnType date() {
        return DateType.ANY;
    }

    /** Yuan with at most two decimals, staged as fen between two bounds. */
    static ColumnType money(long leastFen, long mostFen) {
        return new MoneyType(leastFen, mostFen);
    }

    /** A decimal number of at most 18 digits, at most {@code decimals} of them behind the point, not below zero. */
    static ColumnType decimal(int digits, int decimals) {
        return new DecimalType(digits, decimals);
    }

    /** One word of a closed list; further words may mean one of them ({@code 男} for {@code male}). */
    static ColumnType oneOf(WordList words) {
        return words;
    }

    /**
     * A code of fixed form.
     *
     * @param pattern a regular expression
     * @param form the form as people write it, for the message: {@code 370202}
     */
    static ColumnType pattern(String pattern, String form) {
        return new PatternType(Pattern.compile(pattern), form);
    }

    /** The identity number of a resident or of a foreigner (身份证号), checked; rules {@code id.*}. */
    static ColumnType residentId() {
        return ResidentIdType.ANY;
    }

    /** A unified social credit code (统一社会信用代码), both layers checked; rules {@code credit-code.*}. */
    static ColumnType creditCode() {
        return CreditCodeType.ANY;
    }
}
