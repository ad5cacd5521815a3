package org.minsheng.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.minsheng.base.Problem;

/**
 * What a load did, or, planned only, what it would do.
 *
 * @param runId its run; 0 when nothing was written
 * @param dryRun whether it was planned only
 * @param sameAs the run that loaded the very same files before, so that nothing was left to do; else 0
 * @param openRejects how many rejects of that earlier run are still open
 * @param files what became of each file
 * @param samples the first rejects, in the order of file and line
 */
public record LoadReport(
        long runId, boolean dryRun, long sameAs, long openRejects, List<OfFile> files, List<Sample> samples) {
    /** How many rejects {@link #samples()} shows at most. */
    public static final int SAMPLES_MAX = 10;

    /**
     * What became of one file: {@code read = inserted + changed + unchanged + rejected}; what was removed is no row of it.
     *
     * @param kind its kind
     * @param name its name
     * @param renamed columns that the file calls otherwise than we do, its name to ours
     * @param rejects the file of its rejects, or null when there are none
     */
    public record OfFile(
            String kind,
            String name,
            String sha256,
            long read,
            long inserted,
            long changed,
            long unchanged,
            long removed,
            long rejected,
            Map<String, String> renamed,
            Path rejects) {}

    /**
     * One reject.
     *
     * @param file the name of its file
     * @param line its line, from 1
     * @param column the column as the file calls it, or null
     * @param value the value, masked where it is sensitive, or null
     * @param problem why
     */
    public record Sample(String file, long line, String column, String value, Problem problem) {}

    LoadReport withSamples(List<Sample> first) {
        return new LoadReport(runId, dryRun, sameAs, openRejects, files, first);
    }

    /** The files of rejects, one after the other; empty when there are none. */
    public String rejectsFiles() {
        return files.stream()
                .map(OfFile::rejects)
                .filter(Objects::nonNull)
                .map(Path::toString)
                .collect(Collectors.joining(", "));
    }

    /** Rejected rows of all files. */
    public long rejected() {
        return files.stream().mapToLong(OfFile::rejected).sum();
    }

    /** Rows read of all files. */
    public long read() {
        return files.stream().mapToLong(OfFile::read).sum();
    }
}
