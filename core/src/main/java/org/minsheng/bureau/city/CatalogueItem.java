package org.minsheng.bureau.city;

import java.util.List;

/**
 * A drug, a service or a consumable with its terms in each version.
 *
 * @param code med_list_codg
 * @param name Chinese name
 * @param kind drug, service or consumable
 * @param unit unit of its price
 * @param first terms of the first version; null when it does not have the item
 * @param second terms of the second version; null when it does not have the item
 */
record CatalogueItem(String code, String name, String kind, String unit, Terms first, Terms second) {
    /**
     * The terms of one version.
     *
     * @param itemClass A, B or C
     * @param price the usual price in ten-thousandths of a yuan
     * @param limits unit-price limits in yuan by tier; empty for none
     * @param selfFirst share that the patient pays first; empty for the version's default
     */
    record Terms(String itemClass, long price, List<String> limits, String selfFirst) {}

    /** The terms of a version from 0; null when it does not have the item. */
    Terms terms(int version) {
        return version == 0 ? first : second;
    }

    /** The usual price in a version, ten-thousandths of a yuan; that of the other one where it is not listed. */
    long price(int version) {
        Terms terms = terms(version);
        return terms == null ? terms(1 - version).price() : terms.price();
    }
}
