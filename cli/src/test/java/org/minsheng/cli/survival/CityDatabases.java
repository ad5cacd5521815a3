package org.minsheng.cli.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.bureau.Demonstration;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.TestPostgres;

/** The files of a small city, and databases of one server that stand at the point before they are loaded or settled. */
final class CityDatabases {
    /** The date of every settlement of these tests. */
    static final LocalDate YEAR_END = LocalDate.of(2025, 12, 31);

    /** The commands of a night, in their order. */
    enum Step {
        PERSONS("person import", "persons.csv"),
        ENROLMENTS("enrolment import", "enrolments.csv"),
        ACCOUNTS("account import", "accounts.csv"),
        CLAIMS("claim import", "claims.csv"),
        SETTLE("claim settle", null);

        private final String job;
        private final String file;

        Step(String job, String file) {
            this.job = job;
            this.file = file;
        }

        /** The name of its runs in the run ledger. */
        String job() {
            return job;
        }

        boolean isSettle() {
            return this == SETTLE;
        }
    }

    private static final int SHARED_PEOPLE = 1_500;

    private static CityDatabases shared;

    private final TestPostgres server;
    private final Path folder;
    private final ConnectionSettings empty;
    private ConnectionSettings loaded;
    private Evidence settled;

    /** A city on the server that all tests share. */
    static synchronized CityDatabases shared() {
        if (shared == null) {
            try {
                Path folder =
                        Files.createTempDirectory(Path.of("target"), "city").toAbsolutePath();
                shared = new CityDatabases(TestPostgres.shared(), folder, SHARED_PEOPLE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    /** Generates the city and loads what the night does not touch: institutions, companies and the catalogue. */
    CityDatabases(TestPostgres server, Path folder, int people) {
        this.server = server;
        this.folder = folder;
        CliHarness.script()
                .runOnce("demo", "generate", "--people", Integer.toString(people), "--out", folder + "/city")
                .exits(ExitStatus.OK);
        empty = server.createDatabase();
        try (Database database = new Database(empty)) {
            new Demonstration(database.handle()).prepare("survival", YEAR_END);
        }
        for (String kind : List.of("institution", "catalogue")) {
            String file = kind.equals("catalogue") ? "catalogue.csv" : kind + "s.csv";
            load(empty, kind, "import", folder + "/city/" + file);
        }
    }

    /** The words of a step's command. */
    List<String> words(Step step) {
        if (step.isSettle()) {
            return List.of("claim", "settle", "--as-of", YEAR_END.toString());
        }
        String file = folder + "/city/" + step.file;
        String noun = step.job.substring(0, step.job.indexOf(' '));
        return step == Step.CLAIMS
                ? List.of(noun, "import", file, "--lines", folder + "/city/claim-lines.csv")
                : List.of(noun, "import", file);
    }

    /** Starts the command of a step. */
    ChildCommand start(ConnectionSettings database, Step step) {
        return ChildCommand.start(folder, database, words(step).toArray(new String[0]));
    }

    /** A database in which nobody is registered yet. */
    ConnectionSettings empty() {
        return server.copyOf(empty);
    }

    /** A database whose claims wait to be settled. */
    ConnectionSettings loaded() {
        return server.copyOf(loadedOriginal());
    }

    /** The one from which {@link #loaded()} is copied. */
    synchronized ConnectionSettings loadedOriginal() {
        if (loaded == null) {
            loaded = empty();
            for (Step step : Step.values()) {
                if (!step.isSettle()) {
                    load(loaded, words(step).toArray(new String[0]));
                }
            }
        }
        return loaded;
    }

    /** What the databases of {@link #loaded()} show when nothing disturbed their settlement. */
    synchronized Evidence settled() {
        if (settled == null) {
            ConnectionSettings database = loaded();
            load(database, words(Step.SETTLE).toArray(new String[0]));
            settled = Evidence.of(database);
            drop(database);
        }
        return settled;
    }

    /** Drops a database to which nobody may be connected any more. */
    void drop(ConnectionSettings database) {
        assertThat(server.dropDatabase(database.database())).as("sessions left").isEmpty();
    }

    private void load(ConnectionSettings database, String... words) {
        CliResult result = CliHarness.script()
                .home(folder.resolve("home"))
                .database(database)
                .runOnce(rejects(words));
        if (result.exit() != 0 && result.exit() != ExitStatus.FINDINGS.code()) {
            throw new AssertionError(result);
        }
    }

    /** In this process the folder of rejects would be that of the checkout. */
    private String[] rejects(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (!all.contains("import")) {
            return words;
        }
        all.add("--rejects");
        all.add(folder.resolve("rejects-" + words[0]).toString());
        return all.toArray(new String[0]);
    }

    Path folder() {
        return folder;
    }
}
