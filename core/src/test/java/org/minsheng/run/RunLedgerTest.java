package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;

@Tag("database")
class RunLedgerTest {
    private static final LocalDate DATE = LocalDate.of(2025, 3, 18);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static Installation declared;

    private final RunLedger ledger = new RunLedger(database.handle());

    @BeforeAll
    static void declareWhileItIsEmpty() {
        declared = Installation.declare(database.handle(), true, "test city");
    }

    @Test
    void keepsWhatARunPinnedForItsResume() {
        long run = ledger.begin("pin", DATE, Map.of("packs", Map.of("1", "abc"), "last_run", 7));

        assertThat(ledger.resume(run).inputs()).isEqualTo(Map.of("packs", Map.of("1", "abc"), "last_run", 7L));
        assertThat(ledger.show(run).businessDate()).isEqualTo(DATE);
    }

    @Test
    void shutsOutTheWorkerOfAnEarlierAttempt() {
        long run = ledger.begin("shut out", DATE, Map.of());
        ledger.fence(run, 1);
        ledger.resume(run);

        assertThatThrownBy(() -> ledger.fence(run, 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo(RunProblem.RUN_SUPERSEDED));
        ledger.fence(run, 2);
    }

    @Test
    void makesAResumeWaitForTheTransactionThatIsFenced() {
        long run = ledger.begin("wait", DATE, Map.of());
        try (Database worker = database.database().another()) {
            worker.handle().useTransaction(transaction -> {
                new RunLedger(transaction).fence(run, 1);
                database.handle().execute("SET lock_timeout = '50ms'");
                assertThatThrownBy(() -> ledger.resume(run)).hasMessageContaining("lock timeout");
            });
        }
        database.handle().execute("RESET lock_timeout");
        assertThat(ledger.resume(run).attempt()).isEqualTo(2);
    }

    @Test
    void findsTheUnfinishedRunOfAJobAndForgetsItOnceItIsDone() {
        long run = ledger.begin("unfinished", DATE, Map.of());
        assertThat(ledger.unfinished("unfinished")).map(Run::id).contains(run);

        ledger.end(run, 1, Map.of("rows", 3));

        assertThat(ledger.unfinished("unfinished")).isEmpty();
        assertThat(ledger.show(run).result()).isEqualTo(Map.of("rows", 3L));
        assertThatThrownBy(() -> ledger.resume(run)).hasMessageContaining("run.wrong-state");
    }

    /** What it had pinned may have changed since. */
    @Test
    void doesNotResumeWhatWasCancelled() {
        long run = ledger.begin("cancelled", DATE, Map.of());
        ledger.cancel(run);

        assertThatThrownBy(() -> ledger.resume(run)).hasMessageContaining("run.wrong-state");
        assertThat(ledger.show(run).state()).isEqualTo(Run.State.CANCELLED);
    }

    @Test
    void tellsWhatHappenedInARunInOrder() {
        long run = ledger.begin("told", DATE, Map.of());
        ledger.stopped(run, Map.of("settled", 7));
        ledger.resume(run);
        ledger.fail(run, 1, Problem.of(RunProblem.RUN_SUPERSEDED));
        ledger.fail(run, 2, Problem.of(RunProblem.RUN_NOT_FOUND).with("run", 5));
        assertThat(ledger.show(run).state()).isEqualTo(Run.State.FAILED);
        assertThat(ledger.unfinished("told")).map(Run::id).contains(run);
        ledger.resume(run);
        ledger.end(run, 3, Map.of());
        ledger.undone(run);

        assertThat(ledger.events(run).stream().map(event -> event.code() + event.facts()))
                .containsExactly(
                        "begun{}",
                        "stopped{settled=7}",
                        "resumed{attempt=2}",
                        "failed{run=5, attempt=2, problem=run.not-found}",
                        "resumed{attempt=3}",
                        "done{attempt=3}",
                        "undone{attempt=3}");
        assertThat(ledger.events(run)).extracting(RunEvent::login).containsOnly("minsheng");
    }

    @Test
    void letsNobodyChangeWhatIsAppendOnly() {
        ledger.begin("append only", DATE, Map.of());

        assertThatThrownBy(() -> database.handle().execute("DELETE FROM run.event"))
                .hasMessageContaining("permission");
        try (Database superuser = new Database(database.superuserSettings())) {
            assertThatThrownBy(() -> superuser.handle().execute("UPDATE run.event SET code = 'other'"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void opensBusinessDatesForwardOnly() {
        BusinessDates dates = new BusinessDates(database.handle());
        dates.advance(DATE);
        dates.advance(DATE.plusDays(1));

        assertThat(dates.required()).isEqualTo(DATE.plusDays(1));
        assertThatThrownBy(() -> dates.advance(DATE)).hasMessageContaining("batch.date-not-later");
    }

    @Test
    void staysWhatItWasDeclaredToBe() {
        assertThat(Installation.declare(database.handle(), true, "another name"))
                .isEqualTo(declared);
        assertThatThrownBy(() -> Installation.declare(database.handle(), false, "production"))
                .hasMessageContaining("installation.mismatch");
        assertThatThrownBy(() -> database.handle().execute("DELETE FROM run.installation"))
                .hasMessageContaining("permission");
    }
}
