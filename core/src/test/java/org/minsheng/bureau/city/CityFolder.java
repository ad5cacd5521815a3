package org.minsheng.bureau.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.run.Progress;

/** A generated city as its readers see it: rows by physical line, good and bad apart. */
final class CityFolder {
    /** One row. */
    record Row(long line, List<String> fields, String rule) {
        String field(int index) {
            return fields.get(index);
        }

        boolean good() {
            return rule.isEmpty();
        }
    }

    private final Path folder;
    private final CityManifest manifest;

    private CityFolder(Path folder) {
        this.folder = folder;
        this.manifest = CityManifest.read(folder);
    }

    static CityFolder generate(Path folder, int people, long seed) {
        new CityGenerator(new CityPlan(people, seed, 2025)).writeTo(folder, Progress.SILENT);
        return new CityFolder(folder);
    }

    CityManifest manifest() {
        return manifest;
    }

    List<Row> good(String file) {
        return rows(file).stream().filter(Row::good).toList();
    }

    List<Row> bad(String file, String rule) {
        return rows(file).stream().filter(row -> row.rule().equals(rule)).toList();
    }

    /** All rows of a file, the header left out. */
    List<Row> rows(String file) {
        Map<Long, String> rules = new HashMap<>();
        manifest.badRows().stream()
                .filter(bad -> bad.file().equals(file))
                .forEach(bad -> rules.put(bad.line(), bad.rule()));
        List<Row> rows = new ArrayList<>();
        String[] lines = text(file).split("\n", -1);
        for (int i = 1; i < lines.length - 1; i++) {
            String rule = rules.remove(i + 1L);
            rows.add(new Row(i + 1L, fields(lines[i]), rule == null ? "" : rule));
        }
        if (!rules.isEmpty()) {
            throw new IllegalStateException("the manifest names lines that do not exist: " + rules);
        }
        return rows;
    }

    private String text(String file) {
        try {
            return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Cuts a line; a broken quote keeps what follows it in one field. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
