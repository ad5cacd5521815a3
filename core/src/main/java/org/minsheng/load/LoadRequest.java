package org.minsheng.load;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A load: one file, or several that belong together and are accepted or rejected together per business object.
 *
 * @param files in the order in which their scripts run; the first names the load
 * @param dryRun stop after the plan, write nothing
 * @param maxRejects refuse everything beyond this
 * @param rejectsFolder the folder of the files of rejects; null for {@code rejects}, and for none when nothing but the
 *     plan is wanted
 * @param businessDate the date it works for; null where none is open
 */
public record LoadRequest(
        List<LoadFile> files, boolean dryRun, MaxRejects maxRejects, Path rejectsFolder, LocalDate businessDate) {
    private static final Path REJECTS_FOLDER = Path.of("rejects");

    public LoadRequest {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a load has at least one file");
        }
    }

    /** The load of these files, whatever is rejected. */
    public static LoadRequest of(LoadFile... files) {
        return new LoadRequest(List.of(files), false, MaxRejects.ANY, null, null);
    }

    /** The same load, only planned. */
    public LoadRequest planOnly() {
        return new LoadRequest(files, true, maxRejects, rejectsFolder, businessDate);
    }

    /** The same load with a limit of rejects. */
    public LoadRequest atMost(MaxRejects limit) {
        return new LoadRequest(files, dryRun, limit, rejectsFolder, businessDate);
    }

    /** The same load with its rejects in this folder; null leaves it as it is by itself. */
    public LoadRequest rejectsIn(Path folder) {
        return new LoadRequest(files, dryRun, maxRejects, folder, businessDate);
    }

    /** The same load on this business date. */
    public LoadRequest on(LocalDate date) {
        return new LoadRequest(files, dryRun, maxRejects, rejectsFolder, date);
    }

    /** Where the rejects of its files come to be, as by a run without a number. */
    List<Path> rejectsFiles() {
        return files.stream()
                .map(file -> rejectsFile(file, 0))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Where the rejects of a file are written by a run; null when they are not, as by a plan that names no place. */
    public Path rejectsFile(LoadFile file, long runId) {
        if (file.rejects() != null) {
            return file.rejects();
        }
        String name = RejectFile.nameFor(file.kind().name(), runId);
        if (rejectsFolder != null) {
            return rejectsFolder.resolve(name);
        }
        return dryRun ? null : REJECTS_FOLDER.resolve(name);
    }
}
