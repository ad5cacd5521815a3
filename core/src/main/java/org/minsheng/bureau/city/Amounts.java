package org.minsheng.bureau.city;

import org.minsheng.base.Money;

/** Numbers as files write them. */
final class Amounts {
    private static final String[] SMALL = new String[1000];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = Integer.toString(i);
        }
    }

    private Amounts() {}

    /** Yuan with two decimals. */
    static String yuan(long fen) {
        return Money.yuan(fen);
    }

    /** A whole number. */
    static String whole(int number) {
        return number >= 0 && number < SMALL.length ? SMALL[number] : Integer.toString(number);
    }

    /** A unit price of so many ten-thousandths of a yuan, with two decimals or as many as it needs. */
    static String price(long tenThousandths) {
        return tenThousandths % 100 == 0 ? Money.yuan(tenThousandths / 100) : decimal(tenThousandths);
    }

    /** A quantity of so many ten-thousandths, with no more decimals than it needs. */
    static String quantity(long tenThousandths) {
        return tenThousandths % 10_000 == 0 ? whole((int) (tenThousandths / 10_000)) : decimal(tenThousandths);
    }

    private static String decimal(long tenThousandths) {
        String digits = Long.toString(10_000 + tenThousandths % 10_000).substring(1);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return tenThousandths / 10_000 + "." + digits.substring(0, end);
    }
}
