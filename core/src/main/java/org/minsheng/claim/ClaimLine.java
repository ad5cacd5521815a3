package org.minsheng.claim;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line of a bill with its price.
 *
 * @param lineNo number on the bill
 * @param serviceDate day of service
 * @param itemCode {@code med_list_codg}
 * @param itemName name in the catalogue; null for what it does not name
 * @param quantity how many
 * @param unitPrice yuan
 * @param amount {@code det_item_fee_sumamt}, fen
 * @param catalogueVersion the version that priced it; null when none was in force
 * @param itemClass A, B or C; null when not priced
 * @param priceLimit limit of the unit price at this tier, yuan; null for none
 * @param selfFirstRatio self-first share of the item, ten-thousandths
 * @param own fen outside the catalogue
 * @param overLimit fen above the price limit
 * @param selfFirst fen of the self-first share
 * @param inScope fen in the policy's scope
 */
public record ClaimLine(
        int lineNo,
        LocalDate serviceDate,
        String itemCode,
        String itemName,
        BigDecimal quantity,
        BigDecimal unitPrice,
        long amount,
        String catalogueVersion,
        ItemClass itemClass,
        BigDecimal priceLimit,
        int selfFirstRatio,
        long own,
        long overLimit,
        long selfFirst,
        long inScope) {}
