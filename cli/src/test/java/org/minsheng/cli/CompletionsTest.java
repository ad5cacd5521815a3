package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class CompletionsTest {
    private static final Path FOLDER = Path.of("..", "completions");

    @Test
    void areUpToDate() throws IOException {
        if ("write".equals(System.getProperty("minsheng.completions"))) {
            Completions.write(FOLDER);
        }
        for (Map.Entry<String, String> file : Completions.all().entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            assertThat(path).exists();
            assertThat(Files.readString(path))
                    .as("%s is stale: -Dminsheng.completions=write makes it anew", path)
                    .isEqualTo(file.getValue());
        }
    }

    static boolean hasBash() {
        return Files.isExecutable(Path.of("/bin/bash"));
    }

    @Test
    @EnabledIf("hasBash")
    void completesWordsOptionsAndValuesInBash() throws IOException {
        assertThat(complete("minsheng", "stat")).isEqualTo("status");
        assertThat(complete("minsheng", "id", "")).isEqualTo("check");
        assertThat(complete("minsheng", "-o", "json", "id", "ch")).isEqualTo("check");
        assertThat(complete("minsheng", "id", "check", "--rev")).isEqualTo("--reveal");
        assertThat(complete("minsheng", "id", "check", "-o", "nd")).isEqualTo("ndjson");
        assertThat(complete("minsheng", "id", "check", "--qui")).isEqualTo("--quiet");
    }

    private static String complete(String... words) throws IOException {
        StringBuilder script = new StringBuilder("source ../completions/minsheng.bash; COMP_WORDS=(");
        for (String word : words) {
            script.append(" '").append(word).append('\'');
        }
        script.append("); COMP_CWORD=").append(words.length - 1).append("; _minsheng; echo \"${COMPREPLY[*]}\"");
        Process bash = new ProcessBuilder("/bin/bash", "-c", script.toString())
                .redirectErrorStream(true)
                .start();
        bash.getOutputStream().close();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
