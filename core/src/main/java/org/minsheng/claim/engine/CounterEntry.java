package org.minsheng.claim.engine;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One dated change of one of a person's counters: the only memory that settling has.
 *
 * @param counter compact stable name that says what it counts and for what: {@code pool/310}, {@code stay/310}
 * @param date the day it counts for: the deciding date, or the day of service for daily ceilings
 * @param amount fen, or a plain number for counts; negative in a reversal; never 0
 */
public record CounterEntry(String counter, LocalDate date, long amount) {
    public CounterEntry {
        Objects.requireNonNull(counter);
        Objects.requireNonNull(date);
    }

    /** The entry that takes this one back. */
    public CounterEntry negated() {
        return new CounterEntry(counter, date, -amount);
    }
}
