package org.minsheng.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minsheng.base.Problem;
import org.minsheng.claim.ActivePacks.ActivePack;
import org.minsheng.claim.OpenClaim.Pricing;
import org.minsheng.claim.engine.ClaimKey;
import org.minsheng.claim.engine.Outcome;
import org.minsheng.claim.engine.PersonState;
import org.minsheng.claim.engine.PricedClaim;
import org.minsheng.claim.engine.Settled;
import org.minsheng.claim.engine.SettlementEngine;
import org.minsheng.policy.Facts;

/**
 * Decides a person's open claims one after the other, each on the state that the one before left. Pure: no database,
 * no clock, and the same result whatever the order in which the claims were loaded.
 */
final class BucketFold {
    private final ActivePacks packs;

    BucketFold(ActivePacks packs) {
        this.packs = packs;
    }

    /** The decisions of one person in the order of settling. The first held claim holds those behind it. */
    List<Decision> decide(PersonCase person) {
        List<OpenClaim> claims = new ArrayList<>(person.claims());
        claims.sort(OpenClaim.SETTLING_ORDER);
        List<Decision> decisions = new ArrayList<>(claims.size());
        PersonState state = person.state();
        OpenClaim firstHeld = null;
        for (OpenClaim claim : claims) {
            Decision decision = firstHeld == null ? decide(person, claim, state) : behind(person, claim, firstHeld);
            if (decision.isHeld()) {
                firstHeld = firstHeld == null ? claim : firstHeld;
            } else {
                state = state.plus(decision.settled());
            }
            decisions.add(decision);
        }
        return decisions;
    }

    private Decision decide(PersonCase person, OpenClaim claim, PersonState state) {
        if (claim.pricing() == Pricing.NO_CATALOGUE) {
            return held(person, claim, Problem.of(ClaimProblem.NO_CATALOGUE));
        }
        if (claim.pricing() == Pricing.STALE) {
            return held(person, claim, Problem.of(ClaimProblem.PRICE_STALE));
        }
        Optional<ActivePack> pack = packs.of(claim.scheme(), claim.startedOn(), claim.endedOn());
        if (pack.isEmpty()) {
            return held(
                    person,
                    claim,
                    Problem.of(ClaimProblem.NO_POLICY)
                            .with("scheme", claim.scheme())
                            .with("date", claim.endedOn()));
        }
        LocalDate decidingDate = pack.get().decidingDate(claim.startedOn(), claim.endedOn());
        String personType = person.personType(claim.scheme(), decidingDate).orElse(null);
        Settled settled = SettlementEngine.settle(pack.get().rules(), state, priced(claim, decidingDate, personType));
        if (settled.outcome() == Outcome.HELD) {
            return held(person, claim, settled.held());
        }
        return new Decision(
                person.personId(), claim, decidingDate, personType, pack.get().number(), settled, null);
    }

    private static PricedClaim priced(OpenClaim claim, LocalDate decidingDate, String personType) {
        return new PricedClaim(
                new ClaimKey(claim.institution().code(), claim.claimNo()),
                decidingDate,
                facts(claim, personType),
                DaySlices.parse(claim.slices()));
    }

    /** What a policy may ask about a claim of a person of this type. */
    static Facts facts(OpenClaim claim, String personType) {
        return new Facts(
                claim.scheme(),
                personType,
                claim.treatment(),
                Integer.toString(claim.institution().tier()),
                claim.referral());
    }

    private static Decision behind(PersonCase person, OpenClaim claim, OpenClaim firstHeld) {
        return held(person, claim, Problem.of(ClaimProblem.EARLIER_HELD).with("claim", firstHeld.claimNo()));
    }

    private static Decision held(PersonCase person, OpenClaim claim, Problem why) {
        return new Decision(person.personId(), claim, null, null, 0, null, why);
    }
}
