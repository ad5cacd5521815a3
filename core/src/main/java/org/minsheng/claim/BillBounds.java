package org.minsheng.claim;

import java.math.BigDecimal;

/**
 * The bounds of what is billed, the same for a bill in a file and for one that is only asked about. Within them quantity
 * × price fits 64 bits of fen, and so does the sum of all lines of a claim.
 */
final class BillBounds {
    static final int LINES_MOST = 100_000;
    static final int ITEM_CODE_LENGTH_MOST = 40;

    static final int QUANTITY_DIGITS = 14;
    static final BigDecimal QUANTITY_LEAST = BigDecimal.ONE.movePointLeft(LinePrice.QUANTITY_SCALE);
    static final BigDecimal QUANTITY_MOST = BigDecimal.valueOf(100_000_000);

    static final int UNIT_PRICE_DIGITS = 16;
    static final BigDecimal UNIT_PRICE_MOST = BigDecimal.valueOf(100_000_000);

    static final long LINE_FEN_MOST = 10_000_000_000_000L;

    /** Claims are stored by the year in which the treatment ended. */
    static final int YEAR_LEAST = 1990;

    static final int YEAR_MOST = 2100;

    private BillBounds() {}
}
