package org.minsheng.claim;

import java.util.Arrays;

/** How one item is priced in one version of the catalogue. */
public final class CatalogueItem {
    /** Stands for "no limit". */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final int TIERS = 3;

    private final String name;
    private final ItemClass itemClass;
    private final int selfFirst;
    private final long[] priceLimits;

    /**
     * @param name name of the drug, service or consumable
     * @param itemClass A, B or C
     * @param selfFirst share that the patient pays first, ten-thousandths; the version's default already applied
     * @param priceLimits limit of the unit price by tier 1, 2, 3 in millionths of a yuan; {@link #UNLIMITED} for none
     */
    public CatalogueItem(String name, ItemClass itemClass, int selfFirst, long[] priceLimits) {
        if (priceLimits.length != TIERS) {
            throw new IllegalArgumentException("limits for tiers 1 to 3: " + Arrays.toString(priceLimits));
        }
        this.name = name;
        this.itemClass = itemClass;
        this.selfFirst = selfFirst;
        this.priceLimits = priceLimits.clone();
    }

    public String name() {
        return name;
    }

    public ItemClass itemClass() {
        return itemClass;
    }

    /** Share that the patient pays first (先行自付比例), ten-thousandths. */
    public int selfFirst() {
        return selfFirst;
    }

    /** Limit of the unit price at an institution of this tier, millionths of a yuan, or {@link #UNLIMITED}. */
    public long priceLimit(int tier) {
        return priceLimits[tier - 1];
    }
}
