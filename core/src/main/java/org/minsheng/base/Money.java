package org.minsheng.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Text and arithmetic of money, which everywhere in memory is a {@code long} of fen (分, 1/100 yuan) and on the wire a
 * decimal string in yuan ({@code decimal(16,2)} of the national medical insurance platform).
 *
 * <p>There is no boxed money type: half a million claims with forty amounts each must not allocate.
 */
public final class Money {
    /** The largest amount that a column {@code decimal(16,2)} holds, in fen. */
    public static final long LARGEST_FEN = 9_999_999_999_999_999L;

    /** Digits after the point of a unit price. */
    public static final int UNIT_PRICE_DECIMALS_MAX = 6;

    private static final Pattern YUAN = Pattern.compile("[+-]?\\d{1,14}(\\.\\d{1,2})?");

    private Money() {}

    /**
     * Fen of a decimal number in yuan with at most two decimals.
     *
     * @throws NumberFormatException when the text is anything else: an exponent, a thousands separator, a third decimal
     */
    public static long parseYuan(String text) {
        if (!YUAN.matcher(text).matches()) {
            throw new NumberFormatException("not yuan with at most two decimals: " + text);
        }
        boolean negative = text.charAt(0) == '-';
        int start = negative || text.charAt(0) == '+' ? 1 : 0;
        int point = text.indexOf('.');
        long fen;
        if (point < 0) {
            fen = Long.parseLong(text, start, text.length(), 10) * 100;
        } else {
            long fraction = Long.parseLong(text, point + 1, text.length(), 10);
            boolean oneDecimal = text.length() - point == 2;
            fen = Long.parseLong(text, start, point, 10) * 100 + (oneDecimal ? fraction * 10 : fraction);
        }
        return negative ? -fen : fen;
    }

    /** Yuan with exactly two decimals: {@code 1748} becomes {@code 17.48}. */
    public static String yuan(long fen) {
        long whole = Math.abs(fen / 100);
        long fraction = Math.abs(fen % 100);
        return (fen < 0 ? "-" : "") + whole + (fraction < 10 ? ".0" : ".") + fraction;
    }

    /** Fen of quantity × unit price, rounded half up once; the sign follows the product. */
    public static long product(BigDecimal quantity, BigDecimal unitPriceYuan) {
        return quantity.multiply(unitPriceYuan)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
