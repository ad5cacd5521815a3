package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.minsheng.base.ProblemException;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.DbProblem;
import org.minsheng.db.Migrations;

/** The stand-in must take the driver as far as a real server would, or the start-up archive lacks its classes. */
class RehearsalServerTest {
    @Test
    void takesTheDriverThroughLoginAndQuestions() throws IOException {
        try (RehearsalServer server = new RehearsalServer();
                Database database = new Database(settings(server, RehearsalServer.PASSWORD))) {
            Migrations.requireCurrent(database.handle());

            assertThat(database.handle()
                            .createQuery("SELECT :value::text")
                            .bind("value", 3)
                            .mapTo(String.class)
                            .one())
                    .isEqualTo(Integer.toString(Migrations.NEWEST));
        }
    }

    @Test
    void isNotBelievedWithAnotherPassword() throws IOException {
        try (RehearsalServer server = new RehearsalServer();
                Database database = new Database(settings(server, "another"))) {
            assertThatThrownBy(database::handle).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                            e.problem().code())
                    .isInstanceOf(DbProblem.class));
        }
    }

    private static ConnectionSettings settings(RehearsalServer server, String password) {
        return new ConnectionSettings("127.0.0.1", server.port(), "rehearsal", "rehearsal", password, "a test");
    }
}
