package org.minsheng.claim;

import org.minsheng.base.Ratio;

/**
 * How the amount of one line splits: it always is the sum of the four parts.
 *
 * @param itemClass class in the catalogue; C for what the catalogue does not name
 * @param own outside the catalogue, {@code fulamt_ownpay_amt}, fen
 * @param overLimit above the price limit, {@code overlmt_selfpay}, fen
 * @param selfFirst self-first share, {@code preselfpay_amt}, fen
 * @param inScope what is left, in the policy's scope, {@code inscp_scp_amt}, fen
 */
public record LinePrice(ItemClass itemClass, long own, long overLimit, long selfFirst, long inScope) {
    /** Quantities are whole numbers of 1/10,000. */
    public static final int QUANTITY_SCALE = 4;

    /** Unit prices are whole numbers of 1/1,000,000 yuan. */
    public static final int UNIT_PRICE_SCALE = 6;

    /** Quantity × unit price in those units, divided by this, is fen. */
    private static final long PRODUCT_PER_FEN = 100_000_000L;

    /** Fen of quantity × unit price, rounded half up once. */
    public static long amount(long quantityTenThousandths, long unitPriceMillionths) {
        return Ratio.mulDivHalfUp(quantityTenThousandths, unitPriceMillionths, PRODUCT_PER_FEN);
    }

    /**
     * Prices a line in the national order: price limit, class, self-first share, and the rest is in scope.
     *
     * @param item the item in the version in force on the service date; null when that version does not name it
     * @param tier tier of the institution, 1 to 3
     * @param quantity in ten-thousandths
     * @param unitPrice in millionths of a yuan
     * @param amount what was billed, fen: {@link #amount} of the two
     */
    public static LinePrice of(CatalogueItem item, int tier, long quantity, long unitPrice, long amount) {
        if (item == null || item.itemClass() == ItemClass.C) {
            return new LinePrice(ItemClass.C, amount, 0, 0, 0);
        }
        long limit = item.priceLimit(tier);
        long allowed = unitPrice > limit ? Math.min(amount, amount(quantity, limit)) : amount;
        long selfFirst = Ratio.ofMoney(allowed, item.selfFirst(), 1);
        return new LinePrice(item.itemClass(), 0, amount - allowed, selfFirst, allowed - selfFirst);
    }
}
