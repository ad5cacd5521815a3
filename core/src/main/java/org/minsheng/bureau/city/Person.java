package org.minsheng.bureau.city;

import java.util.List;
import org.minsheng.base.Sex;

/**
 * One person, as drawn from the seed; drawn anew whenever needed.
 *
 * @param index from 0
 * @param sex sex
 * @param birthDay date of birth, days since 1970-01-01
 * @param birthYear year of birth
 * @param age completed at the end of the city's year
 * @param birthplace division inside the identity number
 * @param district where the person lives
 * @param spells insured spells in order
 * @param chronic index of the chronic illness among the diagnoses, or −1
 */
record Person(
        int index,
        Sex sex,
        int birthDay,
        int birthYear,
        int age,
        String birthplace,
        Places.District district,
        List<Spell> spells,
        int chronic) {
    boolean insuredAsEmployee() {
        return spells.stream().anyMatch(spell -> spell.scheme().equals(Spell.EMPLOYEES) && spell.to() == Spell.OPEN);
    }

    /** The scheme in which a claim of this day is sent: the covering spell's, else that of the last one. */
    String schemeOn(int day) {
        for (Spell spell : spells) {
            if (spell.covers(day)) {
                return spell.scheme();
            }
        }
        return spells.isEmpty()
                ? Spell.RESIDENTS
                : spells.get(spells.size() - 1).scheme();
    }
}
