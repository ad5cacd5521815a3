package org.minsheng.claim.engine;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What the lines of one day and one portion of a claim come to, priced against the catalogue. All amounts are fen.
 *
 * @param date day of service
 * @param portion what a pack may treat apart, such as the part a public fund answers for; empty where there is but one
 * @param billed {@code medfee_sumamt}; equals the other four together
 * @param own outside the catalogue, {@code fulamt_ownpay_amt}
 * @param overLimit above the price limit, {@code overlmt_selfpay}
 * @param selfFirst class B self-first share, {@code preselfpay_amt}
 * @param inScope {@code inscp_scp_amt}
 */
public record PricedSlice(
        LocalDate date, String portion, long billed, long own, long overLimit, long selfFirst, long inScope) {
    public PricedSlice {
        Objects.requireNonNull(date);
        Objects.requireNonNull(portion);
    }
}
