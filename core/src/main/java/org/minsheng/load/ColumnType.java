package org.minsheng.load;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;

/** How the text of a column becomes a value, and how the value is staged. A room may bring types of its own. */
public interface ColumnType {
    /** The years in which dates of the bureau lie, births and open ends aside. */
    int DATE_YEAR_LEAST = 1900;

    int DATE_YEAR_MOST = 2100;

    /** What a share looks like on the wire: {@code 0.1000}. */
    int RATIO_DIGITS = 5;

    int RATIO_DECIMALS = 4;

    /** The type of the staging column: {@code bigint}. */
    String sqlType();

    /** What is put behind the column's name in the staging table: {@code _fen} for money. */
    default String stagedSuffix() {
        return "";
    }

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

    /**
     * A calendar date from 1900 to 2100: 2025-03-18, 20250318, 2025/3/18, with or without a time of day, which is
     * dropped.
     */
    static ColumnType date() {
        return date(DATE_YEAR_LEAST, DATE_YEAR_MOST);
    }

    /** A calendar date of these years. */
    static ColumnType date(int yearLeast, int yearMost) {
        return new DateType(yearLeast, yearMost);
    }

    /** Yuan with at most two decimals, staged as fen between two bounds. */
    static ColumnType money(long leastFen, long mostFen) {
        return new MoneyType(leastFen, mostFen);
    }

    /** A decimal number of at most 18 digits, at most {@code decimals} of them behind the point, not below zero. */
    static ColumnType decimal(int digits, int decimals) {
        BigDecimal most = BigDecimal.TEN.pow(digits).subtract(BigDecimal.ONE).movePointLeft(decimals);
        return decimal(digits, decimals, BigDecimal.ZERO, most);
    }

    /** A decimal number between two bounds. */
    static ColumnType decimal(int digits, int decimals, BigDecimal least, BigDecimal most) {
        return DecimalType.between(digits, decimals, least, most);
    }

    /** A share from 0 to 1 with at most four decimals. */
    static ColumnType ratio() {
        return decimal(RATIO_DIGITS, RATIO_DECIMALS, BigDecimal.ZERO, BigDecimal.ONE);
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
