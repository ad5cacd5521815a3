package org.minsheng.claim;

import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** What can be wrong with claims, the catalogue and their settlement. */
public enum ClaimProblem implements ProblemCode {
    /** No claim has this number. */
    CLAIM_NOT_FOUND("claim.not-found", ProblemKind.NOT_FOUND),
    /** Several institutions have a claim of this number. */
    CLAIM_AMBIGUOUS("claim.ambiguous", ProblemKind.USAGE),
    /** The claim is not settled yet, so there is nothing to explain. */
    CLAIM_NOT_SETTLED("claim.not-settled", ProblemKind.CONFLICT),
    /** It is not settled because its treatment ended after the business date; {@code ended}, {@code open}. */
    CLAIM_NOT_DUE("claim.not-due", ProblemKind.CONFLICT),
    /** The claim is held, so there is nothing to explain; {@code reason} is the problem that holds it. */
    CLAIM_HELD("claim.held", ProblemKind.CONFLICT),
    /** The file of a quote is not what a quote needs. */
    QUOTE_INVALID("claim.quote-invalid", ProblemKind.USAGE),
    /** The quote names an institution that is not registered. */
    QUOTE_INSTITUTION_UNKNOWN("claim.quote-institution-unknown", ProblemKind.NOT_FOUND),
    /** The quote names a person who is not registered. */
    QUOTE_PERSON_UNKNOWN("claim.quote-person-unknown", ProblemKind.NOT_FOUND),
    /** What is quoted could not be decided; {@code reason} is the problem that would hold it. */
    QUOTE_HELD("claim.quote-held", ProblemKind.CONFLICT),
    /** Settling was asked for a date that has not come yet. */
    SETTLE_AHEAD("settle.ahead", ProblemKind.CONFLICT),
    /** The run is done, and claims of it could not be decided; facts {@code held}, {@code run}. */
    SETTLE_SOME_HELD("settle.some-held", ProblemKind.FINDING),
    /** The run stopped at a safe point, as it was told to; facts {@code run}, {@code date}, {@code settled}. */
    SETTLE_STOPPED("settle.stopped", ProblemKind.STOPPED),
    /** Claims could not be priced anew; facts {@code unpriced}, {@code claims}. */
    REPRICE_UNPRICED("reprice.unpriced", ProblemKind.FINDING),
    /** A settlement run of another date is unfinished. */
    SETTLE_UNFINISHED("settle.unfinished", ProblemKind.CONFLICT),
    /** A bucket's settlements and transfers do not agree: nothing of it was written. */
    SETTLE_UNBALANCED("settle.unbalanced", ProblemKind.FAILED),

    /** Rejected: the sum of the lines is not what the claim says. */
    AMOUNT_MISMATCH("claim.amount-mismatch", ProblemKind.FINDING),
    /** Rejected: the claim has no line. */
    NO_LINES("claim.no-lines", ProblemKind.FINDING),
    /** Rejected: the claim was settled and can no longer change. */
    ALREADY_SETTLED("claim.already-settled", ProblemKind.FINDING),
    /** Rejected: the number was used for a treatment that ended in another year. */
    NUMBER_USED("claim.number-used", ProblemKind.FINDING),
    /** Rejected because a line of it was. */
    LINE_REJECTED("claim.line-rejected", ProblemKind.FINDING),
    /** Rejected: the file has no claim for this line. */
    LINE_WITHOUT_CLAIM("line.no-claim", ProblemKind.FINDING),
    /** Rejected because its claim was. */
    CLAIM_REJECTED("line.claim-rejected", ProblemKind.FINDING),
    /** Rejected: the amount is not quantity times unit price. */
    LINE_AMOUNT_MISMATCH("line.amount-mismatch", ProblemKind.FINDING),
    /** Rejected: the service was not given during the treatment. */
    LINE_OUTSIDE_TREATMENT("line.outside-treatment", ProblemKind.FINDING),
    /** Rejected: rows of one catalogue version disagree about the version itself. */
    CATALOGUE_VERSION_INCONSISTENT("catalogue.version-inconsistent", ProblemKind.FINDING),
    /** Rejected: another version begins on the same day. */
    CATALOGUE_DATE_TAKEN("catalogue.date-taken", ProblemKind.FINDING),
    /** Claims were settled at the prices of a catalogue that is to be taken back. */
    CATALOGUE_SETTLED_WITH("catalogue.settled-with", ProblemKind.FINDING),

    /** Held: a line has a service date before the first catalogue. */
    NO_CATALOGUE("claim.no-catalogue", ProblemKind.FINDING),
    /** Held: the catalogue changed since the lines were priced. */
    PRICE_STALE("claim.price-stale", ProblemKind.FINDING),
    /** Held: no active policy pack covers the claim's scheme on its deciding date. */
    NO_POLICY("claim.no-policy", ProblemKind.FINDING),
    /** Held: an earlier claim of the same person is held. */
    EARLIER_HELD("claim.earlier-held", ProblemKind.FINDING);

    private final String code;
    private final ProblemKind kind;

    ClaimProblem(String code, ProblemKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
