package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a start costs is mostly the classes that it loads: a budget for them, in a process of its own. */
class LoadedClassesTest {
    /** Of our classes at {@code --version}; the table of groups costs nothing a group. */
    private static final int OWN_CLASSES_MAX = 45;

    private static final int PARSER_CLASSES_MAX = 190;

    private static List<String> classesLoadedBy(String... words) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xshare:auto",
                "-Xlog:class+load=info:stdout:none",
                "-cp",
                System.getProperty("java.class.path"),
                Minsheng.class.getName()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toList());
    }

    @Test
    void loadsFewClassesForTheVersion() throws IOException {
        List<String> loaded = classesLoadedBy("--version");

        assertThat(loaded).contains("org.minsheng.cli.Minsheng");
        assertThat(loaded).filteredOn(name -> name.startsWith("org.minsheng.")).hasSizeLessThan(OWN_CLASSES_MAX);
        assertThat(loaded).filteredOn(name -> name.startsWith("picocli.")).hasSizeLessThan(PARSER_CLASSES_MAX);
        assertThat(loaded)
                .filteredOn(name -> name.startsWith("com.fasterxml.")
                        || name.startsWith("org.jdbi.")
                        || name.startsWith("org.postgresql.")
                        || name.startsWith("org.flywaydb."))
                .isEmpty();
        assertThat(loaded)
                .filteredOn(name -> name.startsWith("org.minsheng.cli.id."))
                .isEmpty();
    }

    @Test
    void loadsOnlyTheGroupThatIsNamed() throws IOException {
        List<String> loaded = classesLoadedBy("id", "check", "11010519491231002X");

        assertThat(loaded).contains("org.minsheng.cli.id.IdCheck").doesNotContain("org.minsheng.cli.HelpCommand");
        assertThat(loaded).noneMatch(name -> name.startsWith("com.fasterxml.") || name.startsWith("org.jdbi."));
    }
}
