package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.TestPostgres;

/** Plays the terminal sessions of {@code src/test/resources/scenarios}. */
class ScenarioTest {
    private static final Path FOLDER = Path.of("src/test/resources/scenarios");

    @TempDir
    private Path folder;

    static List<Scenario> onFiles() throws IOException {
        return scenarios(false);
    }

    static List<Scenario> onADatabase() throws IOException {
        return scenarios(true);
    }

    @ParameterizedTest
    @MethodSource("onFiles")
    void playsOnFiles(Scenario scenario) throws IOException {
        scenario.play(CliHarness.script().home(folder.resolve("home")), folder);
    }

    @Tag("database")
    @ParameterizedTest
    @MethodSource("onADatabase")
    void playsOnADatabase(Scenario scenario) throws IOException {
        ConnectionSettings settings = TestPostgres.shared().createDatabase();
        try {
            scenario.play(CliHarness.script().home(folder.resolve("home")).database(settings), folder);
        } finally {
            List<String> leaks = TestPostgres.shared().dropDatabase(settings.database());
            assertThat(leaks).as("connections left open").isEmpty();
        }
    }

    private static List<Scenario> scenarios(boolean needsDatabase) throws IOException {
        List<Scenario> chosen = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                Scenario scenario = Scenario.read(file);
                if (scenario.needsDatabase() == needsDatabase) {
                    chosen.add(scenario);
                }
            }
        }
        return chosen;
    }
}
