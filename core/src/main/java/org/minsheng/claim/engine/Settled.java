package org.minsheng.claim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.minsheng.base.Problem;

/**
 * What settling a claim came to.
 *
 * @param key the claim
 * @param outcome how it ended
 * @param payers who pays what; {@link Payers#NONE} when held
 * @param entries what to remember of it, in the pack's order; empty when held or not covered
 * @param trail what each stage decided
 * @param held why it could not be decided; null unless held
 */
public record Settled(
        ClaimKey key, Outcome outcome, Payers payers, List<CounterEntry> entries, Trail trail, Problem held) {
    public Settled {
        Objects.requireNonNull(key);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(payers);
        Objects.requireNonNull(trail);
    }

    static Settled held(ClaimKey key, Problem why) {
        return new Settled(key, Outcome.HELD, Payers.NONE, List.of(), Trail.EMPTY, why);
    }

    /** The exact negative of this settlement (撤销结算): amounts and entries; the trail stays what it was. */
    public Settled reversed() {
        List<CounterEntry> negative = new ArrayList<>(entries.size());
        for (CounterEntry entry : entries) {
            negative.add(entry.negated());
        }
        return new Settled(key, outcome, payers.negated(), List.copyOf(negative), trail, held);
    }
}
