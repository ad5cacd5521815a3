package org.minsheng.bureau.city;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.base.Problem;

/**
 * What a folder holds: the plan, each file with its rows and its hash, and each bad row with the rule that must reject
 * it.
 *
 * @param plan the city that was wanted
 * @param files the files in the order in which they are to be loaded
 * @param badRows file by file, in the order of their lines
 */
public record CityManifest(CityPlan plan, List<FileEntry> files, List<BadRow> badRows) {
    /** Name of the file that holds it. */
    public static final String FILE_NAME = "manifest.json";

    /**
     * One file.
     *
     * @param name its name in the folder
     * @param rows rows without the header
     * @param good rows that a loader must take
     * @param bad rows that it must reject
     * @param sha256 of its bytes
     */
    public record FileEntry(String name, long rows, long good, long bad, String sha256) {}

    /**
     * One bad row.
     *
     * @param file name of the file
     * @param line of the file, the header being line 1
     * @param rule code of the reason
     */
    public record BadRow(String file, long line, String rule) {}

    public CityManifest {
        files = List.copyOf(files);
        badRows = List.copyOf(badRows);
    }

    /** The entry of a file; {@link IllegalArgumentException} when the city has none of this name. */
    public FileEntry file(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a file of the city: " + name));
    }

    /**
     * Reads the manifest of a folder.
     *
     * @throws org.minsheng.base.ProblemException with a {@link CityProblem} when there is none or it is damaged
     */
    public static CityManifest read(Path folder) {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw Problem.of(CityProblem.MANIFEST_MISSING)
                    .with("folder", folder)
                    .asException();
        }
        try {
            JsonNode root = JsonMapper.builder().build().readTree(file.toFile());
            List<FileEntry> files = new ArrayList<>();
            for (JsonNode entry : root.required("files")) {
                files.add(new FileEntry(
                        entry.required("name").asText(),
                        entry.required("rows").asLong(),
                        entry.required("good").asLong(),
                        entry.required("bad").asLong(),
                        entry.required("sha256").asText()));
            }
            List<BadRow> badRows = new ArrayList<>();
            for (JsonNode entry : root.required("bad_rows")) {
                badRows.add(new BadRow(
                        entry.required("file").asText(),
                        entry.required("line").asLong(),
                        entry.required("rule").asText()));
            }
            CityPlan plan = new CityPlan(
                    root.required("people").asInt(),
                    root.required("seed").asLong(),
                    root.required("year").asInt());
            return new CityManifest(plan, files, badRows);
        } catch (IllegalArgumentException | JsonProcessingException damaged) {
            throw unreadable(folder, damaged);
        } catch (IOException failure) {
            throw unreadable(folder, failure);
        }
    }

    private static RuntimeException unreadable(Path folder, Exception cause) {
        return Problem.of(CityProblem.MANIFEST_UNREADABLE)
                .with("folder", folder)
                .with("cause", String.valueOf(cause.getMessage()))
                .asException(cause);
    }

    /** Writes a manifest, bad rows streaming from their files. */
    static void write(Path folder, CityPlan plan, List<FileEntry> entries, List<CsvFile> files) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(FILE_NAME))) {
            out.write("{\"people\":" + plan.people() + ",\"seed\":" + plan.seed() + ",\"year\":" + plan.year() + ",\n");
            out.write("\"files\":[");
            String separator = "\n";
            for (FileEntry entry : entries) {
                out.write(separator + "{\"name\":\"" + entry.name() + "\",\"rows\":" + entry.rows() + ",\"good\":"
                        + entry.good() + ",\"bad\":" + entry.bad() + ",\"sha256\":\"" + entry.sha256() + "\"}");
                separator = ",\n";
            }
            out.write("],\n\"bad_rows\":[");
            String[] between = {"\n"};
            for (CsvFile file : files) {
                file.listBadRows((name, line, rule) -> {
                    out.write(
                            between[0] + "{\"file\":\"" + name + "\",\"line\":" + line + ",\"rule\":\"" + rule + "\"}");
                    between[0] = ",\n";
                });
            }
            out.write("]}\n");
        }
    }
}
