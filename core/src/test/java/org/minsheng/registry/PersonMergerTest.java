package org.minsheng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;
import org.minsheng.db.TestDatabase;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;

@Tag("database")
class PersonMergerTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static int nextSequence;

    private final Handle handle = database.handle();
    private final PersonDirectory directory = new PersonDirectory(handle);
    private final PersonMerger merger = new PersonMerger(handle, List.of());
    private SmallRegistry registry;
    private String loserNumber;
    private long loser;
    private long winner;

    @BeforeEach
    void registerSomebodyTwice() {
        registry = new SmallRegistry(handle);
        loserNumber = SmallRegistry.number(nextSequence);
        loser = registry.person(nextSequence, "王芳");
        winner = registry.person(nextSequence + 2, "王芳");
        nextSequence += 4;
    }

    private PersonMerger.Merger merge() {
        return merger.merge(PersonReference.ofId(loser), PersonReference.ofId(winner), "registered twice");
    }

    @Test
    void movesSpellsAndEmploymentsAndKeepsTheNumber() {
        long company = registry.company("CREDITCODE" + "%08d".formatted(loser));
        registry.employment(loser, company, "2020-01-01", null);
        registry.enrolment(loser, "310", "2020-01-01", "2022-12-31");
        registry.enrolment(winner, "310", "2023-01-01", null);

        PersonMerger.Merger merged = merge();

        assertThat(merged.enrolments()).isEqualTo(1);
        assertThat(merged.employments()).isEqualTo(1);
        PersonRecord record = directory.show(PersonReference.of(loserNumber));
        assertThat(record.person().id()).isEqualTo(winner);
        assertThat(record.enrolments()).hasSize(2);
        assertThat(record.employments()).hasSize(1);
        assertThat(record.formerNumbers())
                .extracting(PersonRecord.FormerNumber::reason)
                .containsExactly("merged");
        assertThat(directory.person(PersonReference.ofId(loser)).id()).isEqualTo(winner);
    }

    @Test
    void leavesARunAnAuditEntryAndWhatWasBefore() {
        registry.enrolment(loser, "310", "2020-01-01", "2022-12-31");

        PersonMerger.Merger merged = merge();

        Run run = new RunLedger(handle).show(merged.runId());
        assertThat(run.job()).isEqualTo("person merge");
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(run.inputs()).isEqualTo(Map.of("from", loser, "into", winner));
        assertThat(handle.createQuery("SELECT reason || ' ' || facts FROM run.audit_entry WHERE run_id = :run")
                        .bind("run", merged.runId())
                        .mapTo(String.class)
                        .one())
                .startsWith("registered twice ")
                .doesNotContain(loserNumber);
        assertThat(handle.createQuery("SELECT relation || ' ' || key FROM load.before_image WHERE run_id = :run")
                        .bind("run", merged.runId())
                        .mapTo(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "registry.person " + loser,
                        "registry.person " + winner,
                        "registry.enrolment " + loser + "|310|2020-01-01");
    }

    @Test
    void theHistoryOfBothRecordsNamesTheMerger() {
        PersonMerger.Merger merged = merge();
        PersonHistory history = new PersonHistory(handle);

        assertThat(history.of(winner).get(1)).satisfies(step -> {
            assertThat(step.runId()).isEqualTo(merged.runId());
            assertThat(step.job()).isEqualTo("person merge");
            assertThat(step.fields()).singleElement().satisfies(field -> {
                assertThat(field.field()).isEqualTo("former_number");
                assertThat(field.after()).hasToString("3702**********" + loserNumber.substring(14));
            });
        });
        assertThat(history.of(loser).get(1).fields())
                .containsExactly(new PersonChange.FieldChange("merged_into", null, winner));
    }

    @Test
    void numbersOfEarlierMergersFollow() {
        long third = registry.person(500 + nextSequence, "王芳");
        merger.merge(PersonReference.ofId(third), PersonReference.ofId(loser), "first");

        merge();

        assertThat(directory
                        .person(PersonReference.of(SmallRegistry.number(500 + nextSequence)))
                        .id())
                .isEqualTo(winner);
        assertThat(directory.person(PersonReference.ofId(third)).id()).isEqualTo(winner);
    }

    @Test
    void whatBothHaveAlikeRemainsOnce() {
        long company = registry.company("DOUBLECODE" + "%08d".formatted(loser));
        for (long each : List.of(loser, winner)) {
            registry.employment(each, company, "2020-01-01", null);
            registry.enrolment(each, "310", "2020-01-01", null);
        }

        PersonMerger.Merger merged = merge();

        assertThat(merged.doubles()).isEqualTo(2);
        PersonRecord record = directory.show(PersonReference.ofId(winner));
        assertThat(record.enrolments()).hasSize(1);
        assertThat(record.employments()).hasSize(1);
    }

    @Test
    void refusesSpellsThatOverlapAndWritesNothing() {
        registry.enrolment(loser, "310", "2020-01-01", "2023-06-30");
        registry.enrolment(winner, "310", "2023-01-01", null);
        long runs = count("run.run");

        assertThatThrownBy(this::merge).isInstanceOfSatisfying(ProblemException.class, failure -> {
            assertThat(failure.problem().code()).isEqualTo(RegistryProblem.PERSON_SPELLS_OVERLAP);
            assertThat(failure.problem().facts())
                    .containsEntry("scheme", "310")
                    .containsEntry("to", "2023-06-30")
                    .containsEntry("other_from", "2023-01-01")
                    .containsEntry("other_to", "…");
        });
        assertThat(count("run.run")).isEqualTo(runs);
        assertThat(directory.show(PersonReference.ofId(loser)).enrolments()).hasSize(1);
    }

    @Test
    void refusesEmploymentsThatBeginAlikeAndDiffer() {
        long company = registry.company("DIFFERCODE" + "%08d".formatted(loser));
        registry.employment(loser, company, "2020-01-01", null);
        registry.employment(winner, company, "2020-01-01", "2021-12-31");

        assertThatThrownBy(this::merge).hasMessageContaining("person.employments-differ");
    }

    @Test
    void refusesARecordThatIsMergedAlready() {
        merge();

        assertThatThrownBy(this::merge).hasMessageContaining("person.merged-with-itself");
    }

    @Test
    void asksTheOtherRooms() {
        PersonMerger guarded = new PersonMerger(
                handle,
                List.of((transaction, person) -> person.id() == loser
                        ? Optional.of(Problem.of(RegistryProblem.PERSON_NOT_FOUND))
                        : Optional.empty()));

        assertThatThrownBy(() ->
                        guarded.merge(PersonReference.ofId(loser), PersonReference.ofId(winner), "registered twice"))
                .hasMessageContaining("person.not-found");
        guarded.merge(PersonReference.ofId(winner), PersonReference.ofId(loser), "the other way round");
    }

    @Test
    void locksTheMoneyOfBothUntilItEnds() {
        TreeSet<Integer> buckets = new TreeSet<>(List.of(
                directory.person(PersonReference.ofId(loser)).bucket(),
                directory.person(PersonReference.ofId(winner)).bucket()));
        PersonMerger looking = new PersonMerger(handle, List.of((transaction, person) -> {
            assertThat(transaction.createQuery("""
                                    SELECT objid::integer FROM pg_locks
                                    WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted""").mapTo(Integer.class).list())
                    .containsExactlyInAnyOrderElementsOf(buckets);
            return Optional.empty();
        }));

        looking.merge(PersonReference.ofId(loser), PersonReference.ofId(winner), "registered twice");
    }

    private long count(String table) {
        return handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one();
    }
}
