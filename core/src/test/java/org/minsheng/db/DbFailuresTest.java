package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minsheng.base.Problem;

@Tag("database")
class DbFailuresTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @ParameterizedTest
    @CsvSource({
        "08001, UNREACHABLE",
        "53300, UNREACHABLE",
        "57P03, UNREACHABLE",
        "28P01, LOGIN_REFUSED",
        "08004, LOGIN_REFUSED",
        "3D000, DATABASE_MISSING",
        "25006, READ_ONLY",
        "53100, DISK_FULL",
        "42501, NOT_PERMITTED",
        "55P03, LOCK_TIMEOUT",
        "08006, CONNECTION_LOST",
        "08P01, CONNECTION_LOST",
        "57P01, CONNECTION_LOST",
        "57P05, CONNECTION_LOST",
        "23505, STATEMENT_FAILED",
        ", STATEMENT_FAILED"
    })
    void tellsTheProblemByTheState(String state, DbProblem expected) {
        Problem problem = DbFailures.problemOf(new SQLException("sentence", state));

        assertThat(problem.code()).isEqualTo(expected);
        assertThat(problem.facts()).containsEntry("message", "sentence");
    }

    @Test
    void tellsOfAServerThatIsNotThere() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ConnectionSettings nowhere = new ConnectionSettings("127.0.0.1", port, "minsheng", "wang", "secret", "a test");

        Problem problem = problemOf(() -> open(nowhere));

        assertThat(problem.code()).isEqualTo(DbProblem.UNREACHABLE);
        assertThat(problem.facts()).containsEntry("database", "wang@127.0.0.1:" + port + "/minsheng");
    }

    @Test
    void tellsOfAWrongPasswordWithoutShowingIt() {
        Problem problem = problemOf(() -> open(database.settings().withLogin("minsheng", "open-sesame")));

        assertThat(problem.code()).isEqualTo(DbProblem.LOGIN_REFUSED);
        assertThat(problem.toString()).doesNotContain("open-sesame");
    }

    @Test
    void tellsOfAMissingPassword() {
        Problem problem = problemOf(() -> open(database.settings().withLogin("minsheng", null)));

        assertThat(problem.code()).isEqualTo(DbProblem.LOGIN_REFUSED);
    }

    @Test
    void tellsOfAMissingDatabase() {
        Problem problem = problemOf(() -> open(database.settings().withDatabase("atlantis")));

        assertThat(problem.code()).isEqualTo(DbProblem.DATABASE_MISSING);
    }

    @Test
    void tellsOfAReadOnlyDatabase() {
        try (Database readOnly = database.database().another()) {
            readOnly.handle().execute("SET default_transaction_read_only = on");

            Problem problem = problemOf(() -> readOnly.handle().execute("CREATE TABLE run.mine (id int)"));

            assertThat(problem.code()).isEqualTo(DbProblem.READ_ONLY);
        }
    }

    @Test
    void tellsOfAFullDisk() {
        Problem problem = problemOf(() -> database.handle()
                .execute("DO $$ BEGIN RAISE 'could not extend file' USING ERRCODE = 'disk_full'; END $$"));

        assertThat(problem.code()).isEqualTo(DbProblem.DISK_FULL);
        assertThat(problem.facts()).containsEntry("message", "could not extend file");
    }

    /** As PostgreSQL 15 and 16 put it to a new session. */
    @Test
    void tellsOfAFullDiskThatLetsNoSessionBegin() {
        Problem problem = DbFailures.problemOf(new SQLException("could not write init file", "XX000"));

        assertThat(problem.code()).isEqualTo(DbProblem.DISK_FULL);
    }

    @Test
    void tellsOfALostConnection() {
        try (Database doomed = database.database().another()) {
            Handle handle = doomed.handle();
            int pid = handle.createQuery("SELECT pg_backend_pid()")
                    .mapTo(Integer.class)
                    .one();
            handle.begin();
            database.handle()
                    .createQuery("SELECT pg_terminate_backend(:pid, 5000)")
                    .bind("pid", pid)
                    .mapTo(Boolean.class)
                    .one();

            Problem problem = problemOf(() -> handle.execute("SELECT 1"));

            assertThat(problem.code()).isEqualTo(DbProblem.CONNECTION_LOST);
        }
    }

    @Test
    void tellsOfAMissingRight() {
        try (Database auditor = new Database(database.settingsAs("auditor"))) {
            Problem problem = problemOf(() -> auditor.handle().execute("DELETE FROM run.audit_entry"));

            assertThat(problem.code()).isEqualTo(DbProblem.NOT_PERMITTED);
        }
    }

    @Test
    void keepsTheValuesOfARowToItself() {
        Problem problem = problemOf(() -> {
            database.handle().execute("CREATE TEMP TABLE card (holder text PRIMARY KEY)");
            database.handle().execute("INSERT INTO card VALUES ('110105194912310021'), ('110105194912310021')");
        });

        assertThat(problem.code()).isEqualTo(DbProblem.STATEMENT_FAILED);
        assertThat(problem.toString()).doesNotContain("110105194912310021");
    }

    private static void open(ConnectionSettings settings) {
        try (Database opened = new Database(settings)) {
            opened.handle();
        }
    }

    private static Problem problemOf(ThrowingCallable work) {
        Throwable failure = catchThrowable(work);
        assertThat(failure).isNotNull();
        return DbFailures.problemOf(failure);
    }
}
