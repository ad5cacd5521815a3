package org.minsheng.claim.engine;

import java.time.LocalDate;
import java.util.List;
import org.minsheng.base.Money;
import org.minsheng.base.Problem;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Payer;
import org.minsheng.policy.Plan;
import org.minsheng.policy.PolicyPack;

/**
 * Settles a claim: who pays what, by the policy, after all that the person has used before. Pure, total and
 * deterministic: whatever comes in, the answer is a {@link Settled}, held with its reason where nothing can be decided.
 */
public final class SettlementEngine {
    /** The engine's own version; it changes when the same inputs may give another result. */
    public static final String VERSION = "1";

    /** Most that one claim may bill, in fen: a hundred million yuan. */
    public static final long BILLED_MAX_FEN = 10_000_000_000L;

    private SettlementEngine() {}

    /**
     * The settlement of one claim.
     *
     * @param pack the policy in force on the deciding date
     * @param before the person as earlier settlements left them
     * @param claim the priced claim
     */
    public static Settled settle(CompiledPack pack, PersonState before, PricedClaim claim) {
        Payers.Builder payers = new Payers.Builder();
        Problem trouble = bill(claim, payers);
        if (trouble == null) {
            trouble = outsideValidity(pack, claim);
        }
        if (trouble != null) {
            return Settled.held(claim.key(), trouble);
        }
        if (claim.facts().personType() == null) {
            return notCovered(pack, before, claim, payers);
        }
        int number = pack.caseOf(claim.facts());
        if (number < 0) {
            return Settled.held(claim.key(), unknownFact(pack.fact(-1 - number), claim));
        }
        Plan plan = pack.plan(number);
        if (plan == null || !plan.gaps().isEmpty()) {
            return Settled.held(claim.key(), noRule(plan, claim));
        }
        trouble = plan.byPortion() ? unknownPortion(pack, claim) : null;
        if (trouble != null) {
            return Settled.held(claim.key(), trouble);
        }
        return new Settling(pack, plan, before, claim, payers).settled();
    }

    /** Sums the slices into the bill; what is wrong with them, or null. */
    private static Problem bill(PricedClaim claim, Payers.Builder payers) {
        List<PricedSlice> slices = claim.slices();
        if (slices.isEmpty()) {
            return Problem.of(SettlementProblem.NO_AMOUNTS);
        }
        long own = 0;
        long overLimit = 0;
        long selfFirst = 0;
        long inScope = 0;
        for (int i = 0; i < slices.size(); i++) {
            PricedSlice slice = slices.get(i);
            if (isOutOfRange(slice)) {
                return Problem.of(SettlementProblem.AMOUNT_TOO_LARGE)
                        .with("limit", Money.yuan(BILLED_MAX_FEN))
                        .with("date", slice.date());
            }
            if (slice.own() + slice.overLimit() + slice.selfFirst() + slice.inScope() != slice.billed()) {
                return Problem.of(SettlementProblem.AMOUNTS_INCONSISTENT)
                        .with("date", slice.date())
                        .with("billed", Money.yuan(slice.billed()));
            }
            own += slice.own();
            overLimit += slice.overLimit();
            selfFirst += slice.selfFirst();
            inScope += slice.inScope();
        }
        long billed = own + overLimit + selfFirst + inScope;
        if (billed > BILLED_MAX_FEN) {
            return Problem.of(SettlementProblem.AMOUNT_TOO_LARGE)
                    .with("limit", Money.yuan(BILLED_MAX_FEN))
                    .with("date", claim.decidingDate());
        }
        if (own < 0 || overLimit < 0 || selfFirst < 0 || inScope < 0) {
            return Problem.of(SettlementProblem.AMOUNTS_INCONSISTENT)
                    .with("date", claim.decidingDate())
                    .with("billed", Money.yuan(billed));
        }
        payers.bill(own, overLimit, selfFirst, inScope);
        return null;
    }

    private static boolean isOutOfRange(PricedSlice slice) {
        return isOutOfRange(slice.billed())
                || isOutOfRange(slice.own())
                || isOutOfRange(slice.overLimit())
                || isOutOfRange(slice.selfFirst())
                || isOutOfRange(slice.inScope());
    }

    private static boolean isOutOfRange(long fen) {
        return fen > BILLED_MAX_FEN || fen < -BILLED_MAX_FEN;
    }

    private static Problem outsideValidity(CompiledPack pack, PricedClaim claim) {
        PolicyPack.Head head = pack.head();
        LocalDate date = claim.decidingDate();
        if (date.isBefore(head.validFrom()) || date.isAfter(head.validTo())) {
            return Problem.of(SettlementProblem.OUTSIDE_VALIDITY)
                    .with("date", date)
                    .with("pack", head.id() + " " + head.version());
        }
        return null;
    }

    private static Settled notCovered(CompiledPack pack, PersonState before, PricedClaim claim, Payers.Builder payers) {
        if (pack.head().uninsuredAccount()) {
            long billed = 0;
            for (PricedSlice slice : claim.slices()) {
                billed += slice.billed();
            }
            payers.add(Payer.ACCT, Math.min(billed, Math.max(0, before.balance())));
        }
        return new Settled(claim.key(), Outcome.NOT_COVERED, payers.build(), List.of(), Trail.EMPTY, null);
    }

    private static Problem unknownFact(String fact, PricedClaim claim) {
        SettlementProblem problem =
                switch (fact) {
                    case "scheme" -> SettlementProblem.UNKNOWN_SCHEME;
                    case "person" -> SettlementProblem.UNKNOWN_PERSON_TYPE;
                    case "treatment" -> SettlementProblem.UNKNOWN_TREATMENT;
                    case "tier" -> SettlementProblem.UNKNOWN_TIER;
                    case "referral" -> SettlementProblem.UNKNOWN_REFERRAL;
                    default -> SettlementProblem.UNKNOWN_FACT;
                };
        return Problem.of(problem)
                .with("fact", fact)
                .with("value", claim.facts().code(fact));
    }

    private static Problem unknownPortion(CompiledPack pack, PricedClaim claim) {
        for (PricedSlice slice : claim.slices()) {
            if (pack.portion(slice.portion()) < 0) {
                return Problem.of(SettlementProblem.UNKNOWN_PORTION).with("value", slice.portion());
            }
        }
        return null;
    }

    private static Problem noRule(Plan plan, PricedClaim claim) {
        return Problem.of(SettlementProblem.NO_RULE)
                .with("scheme", claim.facts().code("scheme"))
                .with("person", claim.facts().code("person"))
                .with("treatment", claim.facts().code("treatment"))
                .with("tier", claim.facts().code("tier"))
                .with("referral", claim.facts().code("referral"))
                .with("stage", plan == null ? "" : String.join(", ", plan.gaps()));
    }
}
