package org.minsheng.claim.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.minsheng.policy.Facts;

/**
 * A claim ready to be settled.
 *
 * @param key its business key
 * @param decidingDate the date that decides year, ceilings and pack: discharge, unless the pack says admission
 * @param facts what the policy may ask
 * @param slices its amounts by day and portion, in the order of the days; at least one
 */
public record PricedClaim(ClaimKey key, LocalDate decidingDate, Facts facts, List<PricedSlice> slices) {
    public PricedClaim {
        Objects.requireNonNull(key);
        Objects.requireNonNull(decidingDate);
        Objects.requireNonNull(facts);
        slices = List.copyOf(slices);
    }
}
