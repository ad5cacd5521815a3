package org.minsheng.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.claim.engine.Trail;
import org.minsheng.claim.engine.TrailStep;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Facts;
import org.minsheng.policy.PackCompiler;
import org.minsheng.policy.PolicyPack;
import org.minsheng.policy.Situation;
import org.minsheng.run.BusinessDates;

/**
 * Where the money of a claim went.
 *
 * @param claim the claim
 * @param lines its lines with their prices, in the order of the bill
 * @param settlement the settlement in force
 * @param pack name, version and standing of the pack that decided
 * @param situation the claim's facts by the pack's own names: {@code scheme} is {@code employee}; empty when the person
 *     was not insured
 * @param steps what each stage decided, in order; empty when the person was not insured
 */
public record ClaimExplanation(
        ClaimRecord claim,
        List<ClaimLine> lines,
        StoredSettlement settlement,
        PolicyPack.Head pack,
        Map<String, String> situation,
        List<TrailStep> steps) {
    public ClaimExplanation {
        lines = List.copyOf(lines);
        situation = Collections.unmodifiableMap(new LinkedHashMap<>(situation));
        steps = List.copyOf(steps);
    }

    /**
     * Explains the settlement in force of a claim.
     *
     * @throws org.minsheng.base.ProblemException {@code claim.not-found}, {@code claim.ambiguous}, {@code
     *     claim.held}, {@code claim.not-due}, {@code claim.not-settled}
     */
    public static ClaimExplanation of(Handle handle, String claimNo, String institutionCode) {
        ClaimBook book = new ClaimBook(handle);
        ClaimRecord claim = book.show(claimNo, institutionCode);
        Optional<StoredSettlement> settlement = StoredSettlement.inForce(handle, claim);
        if (settlement.isEmpty()) {
            throw notSettled(handle, claim).asException();
        }
        CompiledPack pack = pack(handle, settlement.get().packNumber());
        Facts facts = new Facts(
                claim.scheme(),
                settlement.get().personType(),
                claim.treatment(),
                Integer.toString(settlement.get().tier()),
                claim.referral());
        List<TrailStep> steps =
                TrailStep.explain(pack, facts, Trail.decode(settlement.get().trail()));
        return new ClaimExplanation(
                claim, book.lines(claim), settlement.get(), pack.head(), situation(pack, facts), steps);
    }

    private static Problem notSettled(Handle handle, ClaimRecord claim) {
        if (claim.held() != null) {
            return Problem.of(ClaimProblem.CLAIM_HELD)
                    .with("claim", claim.claimNo())
                    .with("reason", claim.held());
        }
        return new BusinessDates(handle)
                .open()
                .filter(open -> claim.endedOn().isAfter(open))
                .map(open -> Problem.of(ClaimProblem.CLAIM_NOT_DUE).with("open", open))
                .orElseGet(() -> Problem.of(ClaimProblem.CLAIM_NOT_SETTLED))
                .with("claim", claim.claimNo())
                .with("ended", claim.endedOn());
    }

    /** The names that a pack gives to the facts of an insured person's claim, in the pack's order. */
    static Map<String, String> situation(CompiledPack pack, Facts facts) {
        int number = facts.personType() == null ? -1 : pack.caseOf(facts);
        Map<String, String> named = new LinkedHashMap<>();
        if (number >= 0) {
            Situation situation = pack.situation(number);
            pack.facts().forEach(fact -> named.put(fact, situation.value(fact)));
        }
        return named;
    }

    private static CompiledPack pack(Handle handle, int number) {
        return PackCompiler.compile(handle.createQuery("SELECT body FROM policy.pub_pack WHERE pack_no = :number")
                .bind("number", number)
                .mapTo(String.class)
                .one());
    }
}
