package org.minsheng.bureau;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.claim.ClaimBook;
import org.minsheng.claim.ClaimFilter;
import org.minsheng.claim.ClaimRecord;
import org.minsheng.registry.Person;
import org.minsheng.registry.PersonMerger;
import org.minsheng.registry.PersonReference;

/**
 * Merges two records of one person with the consent of the rooms that hold money. Settlements and account entries are
 * history and never move, so a record that has any must be the one that stays.
 */
public final class PersonMerge {
    private final PersonMerger merger;

    public PersonMerge(Handle handle) {
        this.merger = new PersonMerger(handle, List.of(PersonMerge::claims, PersonMerge::accountEntries));
    }

    /**
     * Merges one record into another, see {@link PersonMerger#merge}.
     *
     * @throws org.minsheng.base.ProblemException also {@code person.has-claims}, {@code person.has-account-entries}
     */
    public PersonMerger.Merger merge(PersonReference from, PersonReference into, String reason) {
        return merger.merge(from, into, reason);
    }

    private static Optional<Problem> claims(Handle transaction, Person loser) {
        ClaimFilter any = new ClaimFilter(loser.residentId().reveal(), null, null, null, null, null, 1);
        try (Stream<ClaimRecord> claims = new ClaimBook(transaction).list(any)) {
            return claims.findFirst().map(claim -> Problem.of(BureauProblem.PERSON_HAS_CLAIMS)
                    .with("person", loser.residentId())
                    .with("claim", claim.claimNo()));
        }
    }

    private static Optional<Problem> accountEntries(Handle transaction, Person loser) {
        long entries = transaction
                .createQuery("""
                        SELECT count(*) FROM ledger.pub_account_entry
                        WHERE bucket = :bucket AND person_id = :person""")
                .bind("bucket", loser.bucket())
                .bind("person", loser.id())
                .mapTo(Long.class)
                .one();
        return entries == 0
                ? Optional.empty()
                : Optional.of(Problem.of(BureauProblem.PERSON_HAS_ACCOUNT_ENTRIES)
                        .with("person", loser.residentId())
                        .with("entries", entries));
    }
}
