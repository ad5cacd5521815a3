package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PostgresServerTest {
    private static TestPostgres own;

    @BeforeAll
    static void startServer() {
        own = TestPostgres.crashable();
    }

    @AfterAll
    static void stopServer() {
        own.destroy();
    }

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() {
        PostgresServer server = own.server();
        ConnectionSettings settings = own.createDatabase();
        try (Database before = new Database(settings.withLogin("postgres", TestPostgres.PASSWORD))) {
            before.handle().execute("CREATE TABLE kept (id int)");
            before.handle().execute("INSERT INTO kept SELECT generate_series(1, 1000)");
            before.handle().begin();
            before.handle().execute("DELETE FROM kept");

            server.kill();

            assertThat(server.pid()).isEmpty();
            assertThat(server.isRunning()).isFalse();
            assertThatThrownBy(() -> before.handle().execute("SELECT 1"))
                    .satisfies(e -> assertThat(DbFailures.problemOf(e).code()).isEqualTo(DbProblem.CONNECTION_LOST));
        }

        server.start();

        try (Database after = new Database(settings.withLogin("postgres", TestPostgres.PASSWORD))) {
            assertThat(after.handle()
                            .createQuery("SELECT count(*) FROM kept")
                            .mapTo(Integer.class)
                            .one())
                    .isEqualTo(1000);
        }
        assertThat(own.dropDatabase(settings.database())).isEmpty();
    }

    @Test
    void isDurable() {
        try (Database postgres = new Database(own.server().superuser())) {
            for (String setting : new String[] {"fsync", "data_checksums", "full_page_writes"}) {
                assertThat(postgres.handle()
                                .createQuery("SELECT current_setting(:name)")
                                .bind("name", setting)
                                .mapTo(String.class)
                                .one())
                        .as(setting)
                        .isEqualTo("on");
            }
        }
    }
}
