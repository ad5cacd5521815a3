package org.minsheng.claim;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minsheng.claim.OpenClaim.Pricing;
import org.minsheng.claim.engine.PersonState;
import org.minsheng.db.CopyOut;

/** Reads the open claims of a bucket with the spells, the counters and the account of their persons: four scans. */
final class BucketReader {
    private final Visible visible;
    private final Map<Integer, Institution> institutions;

    private final ActivePacks packs;

    BucketReader(Visible visible, Map<Integer, Institution> institutions, ActivePacks packs) {
        this.packs = packs;
        this.visible = visible;
        this.institutions = institutions;
    }

    Collection<PersonCase> read(Connection connection, int bucket) {
        Map<Long, PersonCase> persons = openClaims(connection, bucket);
        if (persons.isEmpty()) {
            return persons.values();
        }
        // One inner query for all three: who has open claims here.
        String wanted = "(SELECT DISTINCT person_id FROM claim.open_claim WHERE " + visible.openClaims(bucket) + ")";
        readSpells(connection, wanted, persons);
        readStates(connection, bucket, wanted, persons, firstDayNeeded(persons));
        return persons.values();
    }

    /** Adds to one person, who need have nothing open here, the spells, the counters and the account. */
    void complete(Connection connection, int bucket, PersonCase person) {
        Map<Long, PersonCase> one = Map.of(person.personId(), person);
        String wanted = "(SELECT " + person.personId() + "::bigint AS person_id)";
        readSpells(connection, wanted, one);
        readStates(connection, bucket, wanted, one, firstDayNeeded(one));
    }

    private Map<Long, PersonCase> openClaims(Connection connection, int bucket) {
        Map<Long, PersonCase> persons = new LinkedHashMap<>();
        String query = """
                SELECT person_id, claim_id, year, claim_no, institution_id, scheme, treatment, started_on,
                    ended_on, referral, pricing, slices, times_settled
                FROM claim.open_claim
                WHERE %s""".formatted(visible.openClaims(bucket));
        try (CopyOut rows = CopyOut.query(connection, query)) {
            while (rows.nextRow()) {
                OpenClaim claim = new OpenClaim(
                        rows.number(1),
                        (int) rows.number(2),
                        rows.text(3),
                        institutions.get((int) rows.number(4)),
                        rows.text(5),
                        rows.text(6),
                        rows.date(7),
                        rows.date(8),
                        rows.text(9),
                        Pricing.of(rows.text(10)),
                        rows.text(11),
                        (int) rows.number(12));
                persons.computeIfAbsent(rows.number(0), PersonCase::new)
                        .claims()
                        .add(claim);
            }
        }
        return persons;
    }

    private static void readSpells(Connection connection, String wanted, Map<Long, PersonCase> persons) {
        // OFFSET 0 makes it a look-up a person: joined freely, each bucket would read the spells of the whole city.
        String query = """
                SELECT spell.*
                FROM %s AS wanted CROSS JOIN LATERAL (
                    SELECT person_id, scheme, person_type, from_date, to_date
                    FROM registry.pub_enrolment enrolment
                    WHERE enrolment.person_id = wanted.person_id OFFSET 0) spell""".formatted(wanted);
        try (CopyOut rows = CopyOut.query(connection, query)) {
            while (rows.nextRow()) {
                persons.get(rows.number(0))
                        .spells()
                        .add(new PersonCase.Spell(
                                rows.text(1), rows.text(2), rows.date(3), rows.isNull(4) ? null : rows.date(4)));
            }
        }
    }

    /**
     * Balance and counters arrive in one stream, ordered by person; the balance is a row without counters: credits up to
     * the date, and whatever was drawn or reversed, for a late claim finds the account as later ones left it.
     */
    private void readStates(
            Connection connection, int bucket, String wanted, Map<Long, PersonCase> persons, LocalDate firstDay) {
        String query =
                """
                SELECT person_id, 0 AS balance, decided_on, counters
                FROM claim.settlement JOIN %1$s AS wanted USING (person_id)
                WHERE bucket = %2$d AND counters <> '' AND decided_on >= '%5$s' AND year >= %6$d
                    AND %4$s
                UNION ALL
                SELECT person_id, sum(amount), NULL, NULL
                FROM ledger.pub_account_entry JOIN %1$s AS wanted USING (person_id)
                WHERE bucket = %2$d AND (dated <= '%3$s' OR kind IN ('claim', 'reversal')) AND %4$s
                GROUP BY person_id
                ORDER BY person_id""".formatted(wanted, bucket, visible.asOf(), visible.ofRuns("run_id"), firstDay, firstDay.getYear());
        PersonState.Builder state = new PersonState.Builder();
        long person = -1;
        long balance = 0;
        try (CopyOut rows = CopyOut.query(connection, query)) {
            while (rows.nextRow()) {
                if (rows.number(0) != person) {
                    start(persons, person, state, balance);
                    person = rows.number(0);
                    balance = 0;
                }
                if (rows.isNull(2)) {
                    balance = rows.number(1);
                } else {
                    state.add(rows.text(3), rows.date(2));
                }
            }
        }
        start(persons, person, state, balance);
    }

    private LocalDate firstDayNeeded(Map<Long, PersonCase> persons) {
        LocalDate first = visible.asOf();
        for (PersonCase person : persons.values()) {
            for (OpenClaim claim : person.claims()) {
                first = claim.startedOn().isBefore(first) ? claim.startedOn() : first;
            }
        }
        return packs.firstDayNeeded(first);
    }

    private static void start(Map<Long, PersonCase> persons, long person, PersonState.Builder state, long balance) {
        if (person >= 0) {
            persons.get(person).startFrom(state.build(balance));
        }
    }
}
