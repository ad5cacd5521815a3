package org.minsheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minsheng.db.TestPostgres;

/**
 * Holds the view rule of the design: across features SQL names published views only ({@code <schema>.pub_*}). The
 * schemas of the house itself, {@code run} and {@code load}, are open to the rooms above them.
 */
class SqlRoomsTest {
    /** The schemas of which a room may name every table. */
    private static final Map<String, Set<String>> OPEN = Map.ofEntries(
            Map.entry("base", Set.of()),
            Map.entry("report", Set.of()),
            Map.entry("policy", Set.of()),
            // The lock of a bucket is a function, for triggers take it too.
            Map.entry("db", Set.of("run")),
            Map.entry("run", Set.of("run")),
            Map.entry("load", Set.of("run", "load")),
            Map.entry("registry", Set.of("run", "load", "registry")),
            Map.entry("ledger", Set.of("run", "load", "ledger")),
            // The room policy is pure: the shelf of packs is kept by those who settle.
            Map.entry("claim", Set.of("run", "load", "claim", "policy")),
            Map.entry("bureau", Set.of("run", "load")),
            Map.entry("cli", Set.of()));

    private static final Path REPOSITORY = TestPostgres.repository();
    private static final Path CORE = REPOSITORY.resolve("core/src/main");
    private static final Path MIGRATIONS = CORE.resolve("resources/org/minsheng/db/migration");

    private final SqlNames names = SqlNames.madeBy(MIGRATIONS);

    SqlRoomsTest() throws IOException {}

    @Test
    void namesOnlyPublishedViewsOfOtherRooms() throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path root :
                List.of(CORE.resolve("java"), CORE.resolve("resources"), REPOSITORY.resolve("cli/src/main/java"))) {
            for (Path file : SqlNames.files(root)) {
                if (!file.startsWith(MIGRATIONS)) {
                    for (String name : names.in(file)) {
                        if (isForeign(roomOf(root.relativize(file)), name)) {
                            violations.add(REPOSITORY.relativize(file) + " names " + name);
                        }
                    }
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    /** A migration may point to other rooms' rows by foreign keys, and listen to what happened there by triggers. */
    @Test
    void namesOnlyPublishedViewsOfOtherRoomsInMigrationsToo() throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path file : SqlNames.files(MIGRATIONS)) {
            String room = file.getFileName().toString().replaceAll("^V[0-9]+__|\\.sql$", "");
            String owner = room.equals("codes") ? "registry" : room.equals("policy") ? "claim" : room;
            for (String name : names.inMigration(file)) {
                if (isForeign(owner, name)) {
                    violations.add(file.getFileName() + " names " + name);
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void knowsWhatTheMigrationsMake() {
        assertThat(names.known())
                .contains("run.run", "load.before_image", "registry.person", "registry.pub_person", "claim.claim_id")
                .contains("claim.ensure_year", "policy.activation", "ledger.pub_transfer");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void seesTablesInTheStringsOfJava(String room, String source, List<String> expected) {
        assertThat(names.inJava(source).stream().filter(name -> isForeign(room, name)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    static List<Arguments> sources() {
        return List.of(
                arguments(
                        "ledger",
                        "query(\"SELECT 1 FROM registry.person JOIN claim.claim\")",
                        List.of("registry.person", "claim.claim")),
                arguments("claim", "q = \"\"\"\n  SELECT 1\n  FROM registry.person\"\"\";", List.of("registry.person")),
                arguments("claim", "copy(\"ledger.transfer (run_id, amount)\")", List.of("ledger.transfer")),
                arguments("bureau", "\"DELETE FROM claim.hold_2025\"", List.of("claim.hold_2025")),
                arguments("cli", "\"SELECT state FROM run.run\"", List.of("run.run")),
                arguments("claim", "\"SELECT 1 FROM registry.\" + table", List.of("registry.")),
                arguments("ledger", "// registry.person and \"'\" in a comment are no SQL", List.of()),
                arguments("ledger", "problem(\"claim.line-rejected\", '\"', \"registry.pub_person\")", List.of()),
                arguments("claim", "\"SELECT claim.line FROM run.run JOIN policy.pack\"", List.of()));
    }

    @Test
    void seesTablesInSqlButNotInItsComments() {
        assertThat(names.inSql("-- of registry.person\nSELECT 1 FROM ledger.transfer /* claim.claim */"))
                .containsExactly("ledger.transfer");
    }

    private static String roomOf(Path file) {
        Path packages = file.startsWith("org/minsheng/cli") ? Path.of("cli") : file.subpath(2, file.getNameCount());
        return packages.getName(0).toString();
    }

    private static boolean isForeign(String room, String name) {
        assertThat(OPEN).as("a room of the design").containsKey(room);
        String schema = name.substring(0, name.indexOf('.'));
        return !OPEN.get(room).contains(schema) && !name.startsWith(schema + ".pub_");
    }
}
