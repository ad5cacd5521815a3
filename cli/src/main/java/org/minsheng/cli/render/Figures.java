package org.minsheng.cli.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.minsheng.base.Money;

/** Figures within sentences, as tables show them. */
public final class Figures {
    private static final int CENTS = 2;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private Figures() {}

    /** Yuan with thousands separated: {@code 17,248.00}. */
    public static String money(long fen) {
        return Values.grouped(Money.yuan(fen));
    }

    /** A price, which may have more than two decimals. */
    public static String price(BigDecimal yuan) {
        BigDecimal bare = yuan.stripTrailingZeros();
        return Values.grouped(bare.setScale(Math.max(CENTS, bare.scale()), RoundingMode.UNNECESSARY)
                .toPlainString());
    }

    /** {@code 88 %}. */
    public static String percent(BigDecimal ratio) {
        return ratio.multiply(PERCENT).stripTrailingZeros().toPlainString() + " %";
    }
}
