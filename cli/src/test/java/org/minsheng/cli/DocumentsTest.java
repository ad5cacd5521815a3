package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents name is there: files, folders and classes. */
class DocumentsTest {
    private static final Path CHECKOUT = Path.of("..").normalize();
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern PATH = Pattern.compile("(core|cli|scripts|completions|\\.ci)/[^ …]*");
    private static final Pattern CLASS_NAME = Pattern.compile("^([A-Z][a-z]+(?:[A-Z][a-z]+)+)(?=[.(]|$)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md"})
    void nameOnlyWhatIsThere(String document) throws IOException {
        Set<String> classes = classNames();
        List<String> missing = new ArrayList<>();
        List<String> names = QUOTED.matcher(Files.readString(CHECKOUT.resolve(document)))
                .results()
                .map(found -> found.group(1))
                .toList();
        for (String name : names) {
            boolean isMissingFile = PATH.matcher(name).matches()
                    && !name.contains("/target/")
                    && Files.notExists(CHECKOUT.resolve(name));
            boolean isMissingClass = CLASS_NAME
                    .matcher(name)
                    .results()
                    .map(found -> found.group(1))
                    .anyMatch(found -> !classes.contains(found));
            if (isMissingFile || isMissingClass) {
                missing.add(name);
            }
        }
        assertThat(names).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    private static Set<String> classNames() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("core", "cli")) {
            try (Stream<Path> files = Files.walk(CHECKOUT.resolve(module).resolve("src"))) {
                names.addAll(files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".java"))
                        .map(file -> file.substring(0, file.length() - ".java".length()))
                        .collect(Collectors.toSet()));
            }
        }
        return names;
    }
}
