package org.minsheng.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Masked;
import org.minsheng.base.Problem;
import org.minsheng.claim.OpenClaim.Pricing;
import org.minsheng.claim.engine.Payers;
import org.minsheng.claim.engine.TrailStep;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Facts;
import org.minsheng.policy.PolicyPack;
import org.minsheng.run.BusinessDates;

/** Says what a treatment would settle to now: same catalogue, same pack, same engine, nothing written. */
public final class QuoteService {
    private final Handle handle;

    public QuoteService(Handle handle) {
        this.handle = handle;
    }

    /**
     * What a treatment would settle to.
     *
     * @param outcome settled or not_covered
     * @param payers who would pay what
     * @param pack name, version and standing of the pack that would decide
     * @param situation the facts by the pack's own names; empty when the person is not insured
     * @param steps what each stage would decide
     */
    public record Quote(
            String outcome,
            Payers payers,
            PolicyPack.Head pack,
            Map<String, String> situation,
            List<TrailStep> steps) {}

    /**
     * Quotes a treatment, on what is still open for the person now.
     *
     * @param json one object of the layout that claims have in NDJSON
     * @throws org.minsheng.base.ProblemException {@code claim.quote-invalid}, an unknown person or institution, or
     *     {@code claim.quote-held} with the reason
     */
    public Quote quote(String json) {
        QuoteRequest request = QuoteRequest.parse(json);
        Institution institution = Optional.ofNullable(Institution.byCode(handle).get(request.institutionCode()))
                .orElseThrow(() -> Problem.of(ClaimProblem.QUOTE_INSTITUTION_UNKNOWN)
                        .with("value", request.institutionCode())
                        .asException());
        OpenClaim claim = priced(request, institution);
        ActivePacks packs = ActivePacks.read(handle);
        PersonCase person = person(request, institution, claim, packs);
        Decision decision = new BucketFold(packs).decide(person).get(0);
        if (decision.isHeld()) {
            throw Problem.of(ClaimProblem.QUOTE_HELD)
                    .with("reason", decision.held())
                    .asException();
        }
        Facts facts = BucketFold.facts(claim, decision.personType());
        CompiledPack pack = packs.of(claim.scheme(), claim.startedOn(), claim.endedOn())
                .orElseThrow()
                .rules();
        return new Quote(
                decision.settled().outcome().label(),
                decision.settled().payers(),
                pack.head(),
                ClaimExplanation.situation(pack, facts),
                TrailStep.explain(pack, facts, decision.settled().trail()));
    }

    private OpenClaim priced(QuoteRequest request, Institution institution) {
        Catalogue catalogue = Catalogue.read(handle);
        Map<LocalDate, long[]> days = new TreeMap<>();
        boolean unpriced = false;
        for (QuoteRequest.Line line : request.lines()) {
            Optional<Catalogue.Version> version = catalogue.on(line.serviceDate());
            unpriced |= version.isEmpty();
            long amount = LinePrice.amount(line.quantity(), line.unitPrice());
            CatalogueItem item =
                    version.map(known -> known.items().get(line.itemCode())).orElse(null);
            LinePrice price = LinePrice.of(item, institution.tier(), line.quantity(), line.unitPrice(), amount);
            long[] sums = days.computeIfAbsent(line.serviceDate(), day -> new long[5]);
            sums[0] += amount;
            sums[1] += price.own();
            sums[2] += price.overLimit();
            sums[3] += price.selfFirst();
            sums[4] += price.inScope();
        }
        return new OpenClaim(
                0,
                request.endedOn().getYear(),
                "quote",
                institution,
                request.scheme(),
                request.treatment(),
                request.startedOn(),
                request.endedOn(),
                request.referral(),
                unpriced ? Pricing.NO_CATALOGUE : Pricing.PRICED,
                DaySlices.format(days),
                0);
    }

    private PersonCase person(QuoteRequest request, Institution institution, OpenClaim claim, ActivePacks packs) {
        long[] found = handle.createQuery(
                        "SELECT person_id, bucket FROM registry.pub_person_number WHERE resident_id = :number")
                .bind("number", request.residentId())
                .map((row, context) -> new long[] {row.getLong("person_id"), row.getLong("bucket")})
                .findOne()
                .orElseThrow(() -> Problem.of(ClaimProblem.QUOTE_PERSON_UNKNOWN)
                        .with("value", Masked.of(request.residentId()))
                        .asException());
        PersonCase person = new PersonCase(found[0]);
        person.claims().add(claim);
        LocalDate asOf = latest(handle, claim.endedOn());
        new BucketReader(Visible.now(handle, asOf), Map.of(institution.id(), institution), packs)
                .complete(handle.getConnection(), (int) found[1], person);
        return person;
    }

    /** All credits count that are booked by now, as they do when the claim is settled tonight. */
    private static LocalDate latest(Handle handle, LocalDate endedOn) {
        LocalDate open = new BusinessDates(handle).open().orElse(endedOn);
        return open.isAfter(endedOn) ? open : endedOn;
    }
}
