package org.minsheng.claim;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A claim that waits to be settled, as {@code claim.open_claim} has it.
 *
 * @param id claim_id
 * @param year the year in which the treatment ended
 * @param claimNo the institution's number, {@code mdtrt_id}
 * @param institution where it was treated
 * @param scheme {@code insutype}
 * @param treatment {@code med_type}
 * @param startedOn begin of treatment
 * @param endedOn end of treatment: the deciding date
 * @param referral local, filed, referred or unfiled
 * @param pricing whether its lines are priced
 * @param slices the summary of its lines, see {@link DaySlices}
 * @param timesSettled rows of settlement and reversal that it already has
 */
record OpenClaim(
        long id,
        int year,
        String claimNo,
        Institution institution,
        String scheme,
        String treatment,
        LocalDate startedOn,
        LocalDate endedOn,
        String referral,
        Pricing pricing,
        String slices,
        int timesSettled) {

    /** The order in which a person's claims are decided: end of treatment, then institution and claim number. */
    static final Comparator<OpenClaim> SETTLING_ORDER = Comparator.comparing(OpenClaim::endedOn)
            .thenComparing(claim -> claim.institution().code())
            .thenComparing(OpenClaim::claimNo);

    /** Whether the lines of a claim are priced. */
    enum Pricing {
        PRICED("priced"),
        NO_CATALOGUE("no_catalogue"),
        STALE("stale");

        private final String label;

        Pricing(String label) {
            this.label = label;
        }

        static Pricing of(String label) {
            for (Pricing pricing : values()) {
                if (pricing.label.equals(label)) {
                    return pricing;
                }
            }
            throw new IllegalArgumentException("unknown pricing: " + label);
        }
    }
}
