package org.minsheng.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minsheng.claim.engine.PersonState;

/** One person with open claims, and all that deciding them needs. */
final class PersonCase {
    private final long personId;
    private final List<OpenClaim> claims = new ArrayList<>(2);
    private final List<Spell> spells = new ArrayList<>(1);
    private PersonState state = PersonState.NEW;

    /**
     * An insured spell (参保).
     *
     * @param scheme {@code insutype}
     * @param personType {@code psn_type}
     * @param from first day
     * @param to last day; null while it lasts
     */
    record Spell(String scheme, String personType, LocalDate from, LocalDate to) {
        boolean covers(LocalDate date) {
            return !date.isBefore(from) && (to == null || !date.isAfter(to));
        }
    }

    PersonCase(long personId) {
        this.personId = personId;
    }

    long personId() {
        return personId;
    }

    /** The open claims; {@link BucketFold} orders them. */
    List<OpenClaim> claims() {
        return claims;
    }

    List<Spell> spells() {
        return spells;
    }

    PersonState state() {
        return state;
    }

    void startFrom(PersonState before) {
        state = before;
    }

    /** The person type of the spell in a scheme on a date; empty when not insured in it. */
    Optional<String> personType(String scheme, LocalDate date) {
        for (Spell spell : spells) {
            if (spell.scheme().equals(scheme) && spell.covers(date)) {
                return Optional.of(spell.personType());
            }
        }
        return Optional.empty();
    }
}
