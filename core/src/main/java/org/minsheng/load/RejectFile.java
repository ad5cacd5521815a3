package org.minsheng.load;

import com.opencsv.CSVWriter;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.minsheng.base.Problem;

/**
 * A file of rejected rows in the layout in which they came, each with the place and the reason behind it, to be mended
 * and loaded again. Readable by its owner only. It has its name only once it is whole.
 */
final class RejectFile implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final ICSVWriter writer;
    private boolean ended;
    private boolean published;

    /** @param header as the rejected file had it; columns of an earlier reject file are left out */
    RejectFile(Path file, List<String> header) {
        this.file = file;
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            part = Files.createTempFile(
                    folder,
                    ".rejects-",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            writer = new CSVWriter(new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw Source.unreadable(file.toString(), failure);
        }
        List<String> names = new ArrayList<>(header);
        names.addAll(RejectColumns.ALL);
        write(names);
    }

    /**
     * Refuses a place at which no file can be, before anything is read.
     *
     * @throws org.minsheng.base.ProblemException {@link LoadProblem#FILE_IS_FOLDER}, {@link LoadProblem#NO_FOLDER}
     */
    static void refuseUnfit(Path file) {
        if (Files.isDirectory(file)) {
            throw Problem.of(LoadProblem.FILE_IS_FOLDER).with("file", file).asException();
        }
        Path nearest = file.toAbsolutePath().getParent();
        while (!Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest)) {
            throw Problem.of(LoadProblem.NO_FOLDER).with("folder", nearest).asException();
        }
    }

    /** Writes one row; what comes behind the raw fields are run, line, column, rule, value and reason. */
    void row(List<String> raw, String run, long line, String column, String rule, String value, String reason) {
        List<String> fields = new ArrayList<>(raw);
        fields.add(run);
        fields.add(Long.toString(line));
        fields.add(column);
        fields.add(rule);
        fields.add(value);
        fields.add(reason);
        write(fields);
    }

    private void write(List<String> fields) {
        String[] storable = fields.stream()
                .map(field -> field == null ? "" : field.replace('\0', '\uFFFD'))
                .toArray(String[]::new);
        writer.writeNext(storable, false);
    }

    /** Where the finished file will be. */
    Path file() {
        return file;
    }

    /** Closes the file after its last row; it has no name yet. */
    void end() {
        if (ended) {
            return;
        }
        try {
            // A closed writer must not be closed again.
            ended = true;
            writer.close();
        } catch (IOException failure) {
            throw Source.unreadable(file.toString(), failure);
        }
    }

    /** Gives the file its name. */
    void publish() {
        end();
        try {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            published = true;
        } catch (IOException failure) {
            throw Source.unreadable(file.toString(), failure);
        }
    }

    /** Takes the name away again: the load that it belongs to has failed after all. */
    void withdraw() {
        try {
            if (published) {
                Files.deleteIfExists(file);
                published = false;
            }
        } catch (IOException failure) {
            throw Source.unreadable(file.toString(), failure);
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        try {
            end();
        } finally {
            deletePart();
        }
    }

    private void deletePart() {
        try {
            // It is gone once it is published.
            Files.deleteIfExists(part);
        } catch (IOException failure) {
            throw Source.unreadable(file.toString(), failure);
        }
    }

    /** The name that a load gives the rejects of one of its files. */
    static String nameFor(String kind, long runId) {
        return String.format(Locale.ROOT, "%s-%s.csv", kind, runId == 0 ? "dry-run" : Long.toString(runId));
    }
}
