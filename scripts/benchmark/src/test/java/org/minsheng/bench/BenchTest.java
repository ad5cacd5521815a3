package org.minsheng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Session;
import org.minsheng.cli.command.StopSignal;
import org.minsheng.cli.command.Terminals;

class BenchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) throws IOException {
        Session session = new Session(
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                Terminals.NONE,
                Clock.systemUTC(),
                new StopSignal());
        return Bench.run(session, words);
    }

    @Test
    void measuresEveryFigureOfTheMainJobBesideTheBareMeansAndItsGoal() throws IOException {
        assertThat(run("settle", "--scale", "0.002", "--rounds", "1", "-o", "json"))
                .isEqualTo(ExitStatus.OK.code());

        JsonNode rows = JsonMapper.builder().build().readTree(out.toByteArray());
        List<String> figures = new ArrayList<>();
        for (JsonNode row : rows) {
            figures.add(row.required("figure").asText());
            assertThat(row.required("value").asLong()).as(row.toString()).isPositive();
            assertThat(row.required("bare").asLong()).as(row.toString()).isPositive();
            assertThat(row.required("unit").asText()).as(row.toString()).isNotEmpty();
            assertThat(row.required("ratio").isNumber()).as(row.toString()).isTrue();
            boolean compares = row.required("figure").asText().endsWith("_to_bare_by_two");
            assertThat(row.required("goal").isTextual()).as(row.toString()).isNotEqualTo(compares);
            assertThat(row.required("met").isBoolean()).as(row.toString()).isNotEqualTo(compares);
        }
        assertThat(figures)
                .containsExactly(
                        "generate",
                        "persons_import",
                        "claims_import",
                        "claims_import_to_bare_by_two",
                        "settle_new_year",
                        "settle_on_a_years_history",
                        "engine_alone",
                        "generate_memory",
                        "import_memory",
                        "settle_memory");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cores", "PostgreSQL 18", "fsync on");
    }

    @Test
    void namesItsTopicsWhenItKnowsNoSuchTopic() throws IOException {
        assertThat(run("weather")).isEqualTo(ExitStatus.USAGE.code());

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("error: weather is no topic", "settle (load a city, settle its claims)");
        assertThat(out.size()).isZero();
    }

    @Test
    void meetsAGoalAtItsBound() {
        assertThat(new Figure("rate", 50, "rows/s", 100, Goal.ratio(0.5)).met()).isTrue();
        assertThat(new Figure("rate", 49, "rows/s", 100, Goal.ratio(0.5)).met()).isFalse();
        assertThat(new Figure("rate", 50, "rows/s", 0, Goal.atLeast(50)).met()).isTrue();
        assertThat(new Figure("memory", 51, "MiB", 1, Goal.atMost(50)).met()).isFalse();
    }
}
