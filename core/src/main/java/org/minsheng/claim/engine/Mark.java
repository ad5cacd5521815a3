package org.minsheng.claim.engine;

/**
 * What one stage decided, in numbers; the pack and the claim's facts say the rest. Amounts are fen.
 *
 * @param stage ordinal of the stage in the pack, from 0
 * @param basis the amount it worked on
 * @param amount what it moved to its payer, or for a deductible what was borne
 * @param nth the how-manieth stay or period it is; 0 where the stage does not ask
 * @param limit the deductible still open, or the most the patient bears; -1 where there is none
 * @param left what is left of the tightest ceiling afterwards; -1 where there is none
 * @param ceiling index of that ceiling among the stage's
 * @param before for a cumulative stage: the total before this claim
 * @param paidBefore for a cumulative stage: what it had paid before this claim
 * @param cut the part of the basis that the ceilings cut off
 */
public record Mark(
        int stage,
        long basis,
        long amount,
        int nth,
        long limit,
        long left,
        int ceiling,
        long before,
        long paidBefore,
        long cut) {}
