package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.base.ProblemException;

@Tag("database")
class LocksTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @Test
    void refusesTheSecondRunOfAJobAndNamesTheFirst() {
        int holder = database.handle()
                .createQuery("SELECT pg_backend_pid()")
                .mapTo(Integer.class)
                .one();
        try (Locks.Held held = Locks.door(database.handle(), "claim.settle");
                Database second = database.database().another()) {
            assertThatThrownBy(() -> Locks.door(second.handle(), "claim.settle"))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problem().code()).isEqualTo(DbProblem.JOB_RUNNING);
                        assertThat(e.problem().facts()).containsEntry("job", "claim.settle");
                        assertThat(e.problem().facts().get("holder").toString())
                                .startsWith("minsheng (pid " + holder + ") since 20");
                    });
        }
    }

    @Test
    void letsAnotherJobIn() {
        try (Locks.Held held = Locks.door(database.handle(), "person.import");
                Database second = database.database().another();
                Locks.Held other = Locks.door(second.handle(), "company.import")) {
            assertThat(held).isNotSameAs(other);
        }
    }

    @Test
    void opensTheDoorWhenItIsClosedAndWhenTheSessionEnds() {
        Locks.door(database.handle(), "audit.seal").close();
        try (Database second = database.database().another()) {
            Locks.Held held = Locks.door(second.handle(), "audit.seal");
            assertThat(held).isNotNull();
        }
        // The server notices the end of a session a moment later.
        try (Database third = database.database().another()) {
            waitForDoor(third.handle(), "audit.seal");
        }
    }

    @Test
    void keepsTwoWritersOfOneBucketApart() {
        try (Database second = database.database().another()) {
            database.handle().useTransaction(first -> {
                Locks.bucket(first, 7);
                second.handle().useTransaction(other -> Locks.bucket(other, 8));
                assertThatThrownBy(() -> second.handle().useTransaction(other -> {
                            other.execute("SET LOCAL lock_timeout = '50ms'");
                            Locks.bucket(other, 7);
                        }))
                        .satisfies(
                                e -> assertThat(DbFailures.problemOf(e).code()).isEqualTo(DbProblem.LOCK_TIMEOUT));
            });
            second.handle().useTransaction(other -> Locks.bucket(other, 7));
        }
    }

    private static void waitForDoor(Handle handle, String job) {
        for (int attempt = 0; ; attempt++) {
            try {
                Locks.door(handle, job).close();
                return;
            } catch (ProblemException e) {
                if (attempt == 50) {
                    throw e;
                }
                handle.createQuery("SELECT pg_sleep(0.05)::text")
                        .mapTo(String.class)
                        .one();
            }
        }
    }
}
