package org.minsheng.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.db.Locks;
import org.minsheng.run.Audit;
import org.minsheng.run.RunLedger;

/**
 * Merges two records of one person (人员合并). The record that stays takes over employments, insured spells and numbers;
 * the other one remains as a sign post. One transaction, one run of the job {@value #JOB}.
 */
public final class PersonMerger {
    /** The job under which the run ledger and the audit know a merger. */
    public static final String JOB = "person merge";

    private final Handle handle;
    private final List<MergeGuard> guards;

    /** @param guards the other rooms' objections */
    public PersonMerger(Handle handle, List<MergeGuard> guards) {
        this.handle = handle;
        this.guards = List.copyOf(guards);
    }

    /**
     * What a merger did.
     *
     * @param runId its run
     * @param from the record that is now a sign post
     * @param into the living record
     * @param enrolments insured spells moved
     * @param employments employments moved
     * @param doubles spells and employments that both had alike, of which one remains
     */
    public record Merger(long runId, Person from, Person into, int enrolments, int employments, int doubles) {}

    /**
     * Merges one record into another.
     *
     * @param reason why, for the audit
     * @throws org.minsheng.base.ProblemException {@code person.not-found}, {@code person.merged-with-itself},
     *     {@code person.spells-overlap}, {@code person.employments-differ}, or what a guard objects
     */
    public Merger merge(PersonReference from, PersonReference into, String reason) {
        return handle.inTransaction(transaction -> {
            PersonDirectory directory = new PersonDirectory(transaction);
            Person loser = directory.person(from);
            Person winner = directory.person(into);
            if (loser.id() == winner.id()) {
                throw Problem.of(RegistryProblem.PERSON_MERGED_WITH_ITSELF)
                        .with("person", winner.residentId())
                        .asException();
            }
            lock(transaction, loser, winner);
            refuseChanged(directory, loser, winner);
            refuse(transaction, loser, winner);
            return move(transaction, loser, winner, reason);
        });
    }

    /** Both persons' money, in ascending order of the buckets as everywhere, then both rows. */
    private static void lock(Handle transaction, Person one, Person other) {
        for (int bucket : new TreeSet<>(List.of(one.bucket(), other.bucket()))) {
            Locks.bucket(transaction, bucket);
        }
        transaction
                .createQuery("""
                        SELECT person_id FROM registry.person WHERE person_id IN (:one, :other)
                        ORDER BY person_id FOR UPDATE""")
                .bind("one", one.id())
                .bind("other", other.id())
                .mapTo(Long.class)
                .list();
    }

    /** Until the locks were ours, somebody else may have merged either of them; then other buckets would matter. */
    private static void refuseChanged(PersonDirectory directory, Person loser, Person winner) {
        for (Person person : List.of(loser, winner)) {
            if (directory.person(PersonReference.ofId(person.id())).id() != person.id()) {
                throw Problem.of(RegistryProblem.PERSON_CHANGED_MEANWHILE)
                        .with("person", person.residentId())
                        .asException();
            }
        }
    }

    private void refuse(Handle transaction, Person loser, Person winner) {
        for (MergeGuard guard : guards) {
            Optional<Problem> objection = guard.objection(transaction, loser);
            if (objection.isPresent()) {
                throw objection.get().asException();
            }
        }
        refuseOverlap(transaction, loser, winner);
        refuseDifference(transaction, loser, winner);
    }

    private static void refuseOverlap(Handle transaction, Person loser, Person winner) {
        transaction
                .createQuery("""
                        SELECT loser.scheme, loser.from_date, loser.to_date,
                            winner.from_date AS other_from, winner.to_date AS other_to
                        FROM registry.enrolment loser JOIN registry.enrolment winner USING (scheme)
                        WHERE loser.person_id = :loser AND winner.person_id = :winner
                            AND daterange(loser.from_date, loser.to_date, '[]')
                                && daterange(winner.from_date, winner.to_date, '[]')
                            AND (loser.from_date, loser.to_date, loser.person_type)
                                IS DISTINCT FROM (winner.from_date, winner.to_date, winner.person_type)
                        ORDER BY loser.scheme, loser.from_date LIMIT 1""")
                .bind("loser", loser.id())
                .bind("winner", winner.id())
                .map((row, context) -> Problem.of(RegistryProblem.PERSON_SPELLS_OVERLAP)
                        .with("person", loser.residentId())
                        .with("other", winner.residentId())
                        .with("scheme", row.getString("scheme"))
                        .with("from", row.getString("from_date"))
                        .with("to", open(row.getString("to_date")))
                        .with("other_from", row.getString("other_from"))
                        .with("other_to", open(row.getString("other_to"))))
                .findOne()
                .ifPresent(problem -> {
                    throw problem.asException();
                });
    }

    private static void refuseDifference(Handle transaction, Person loser, Person winner) {
        transaction
                .createQuery("""
                        SELECT credit_code, loser.from_date
                        FROM registry.employment loser JOIN registry.employment winner USING (company_id, from_date)
                            JOIN registry.company USING (company_id)
                        WHERE loser.person_id = :loser AND winner.person_id = :winner
                            AND (loser.to_date, loser.occupation_code)
                                IS DISTINCT FROM (winner.to_date, winner.occupation_code)
                        ORDER BY loser.from_date, credit_code LIMIT 1""")
                .bind("loser", loser.id())
                .bind("winner", winner.id())
                .map((row, context) -> Problem.of(RegistryProblem.PERSON_EMPLOYMENTS_DIFFER)
                        .with("person", loser.residentId())
                        .with("other", winner.residentId())
                        .with("company", row.getString("credit_code"))
                        .with("from", row.getString("from_date")))
                .findOne()
                .ifPresent(problem -> {
                    throw problem.asException();
                });
    }

    /** An open end as text: an ellipsis reads well in every language. */
    private static String open(String date) {
        return date == null ? "…" : date;
    }

    private static Merger move(Handle transaction, Person loser, Person winner, String reason) {
        RunLedger runs = new RunLedger(transaction);
        long runId = runs.begin(JOB, null, Map.of("from", loser.id(), "into", winner.id()));
        Rows rows = new Rows(transaction, runId, loser.id(), winner.id());
        rows.keepImages();
        int doubles = rows.dropDoubles();
        int enrolments = rows.run(
                "UPDATE registry.enrolment SET person_id = :winner, run_id = :run" + " WHERE person_id = :loser");
        int employments = rows.run(
                "UPDATE registry.employment SET person_id = :winner, run_id = :run" + " WHERE person_id = :loser");
        rows.run("UPDATE registry.former_number SET person_id = :winner WHERE person_id = :loser");
        rows.run("""
                INSERT INTO registry.former_number (resident_id, person_id, reason, run_id)
                SELECT resident_id, :winner, 'merged', :run FROM registry.person WHERE person_id = :loser""");
        rows.run("""
                UPDATE registry.person SET merged_into = :winner, run_id = :run
                WHERE person_id = :loser OR merged_into = :loser""");
        rows.run("UPDATE registry.person SET run_id = :run WHERE person_id = :winner");
        Map<String, Integer> figures = Map.of("enrolments", enrolments, "employments", employments, "doubles", doubles);
        runs.end(runId, 1, figures);
        new Audit(transaction)
                .record(
                        JOB,
                        runId,
                        reason,
                        Map.of(
                                "from", loser.residentId(),
                                "into", winner.residentId(),
                                "from_id", loser.id(),
                                "into_id", winner.id()));
        return new Merger(runId, loser, winner, enrolments, employments, doubles);
    }

    /** The statements of one merger, all with the same three numbers. */
    private record Rows(Handle transaction, long runId, long loser, long winner) {
        int run(String statement) {
            return transaction
                    .createUpdate(statement)
                    .bind("run", runId)
                    .bind("loser", loser)
                    .bind("winner", winner)
                    .execute();
        }

        /** Every row that will change or go, as it was. */
        void keepImages() {
            run("""
                    INSERT INTO load.before_image (run_id, relation, key, image)
                    SELECT :run, 'registry.person', person_id::text, to_jsonb(person)
                    FROM registry.person WHERE person_id IN (:loser, :winner) OR merged_into = :loser
                    UNION ALL
                    SELECT :run, 'registry.enrolment', concat_ws('|', person_id, scheme, from_date), to_jsonb(enrolment)
                    FROM registry.enrolment WHERE person_id = :loser
                    UNION ALL
                    SELECT :run, 'registry.employment', concat_ws('|', person_id, company_id, from_date),
                        to_jsonb(employment)
                    FROM registry.employment WHERE person_id = :loser
                    UNION ALL
                    SELECT :run, 'registry.former_number', resident_id, to_jsonb(former_number)
                    FROM registry.former_number WHERE person_id = :loser""");
        }

        /** What both have alike: the loser's goes. */
        int dropDoubles() {
            return run("""
                            DELETE FROM registry.enrolment loser USING registry.enrolment winner
                            WHERE loser.person_id = :loser AND winner.person_id = :winner
                                AND loser.scheme = winner.scheme AND loser.from_date = winner.from_date""") + run("""
                            DELETE FROM registry.employment loser USING registry.employment winner
                            WHERE loser.person_id = :loser AND winner.person_id = :winner
                                AND loser.company_id = winner.company_id AND loser.from_date = winner.from_date""");
        }
    }
}
