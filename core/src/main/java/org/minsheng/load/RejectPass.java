package org.minsheng.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Masked;
import org.minsheng.base.Problem;
import org.minsheng.run.Json;

/**
 * The second reading of a file that has rejects: their raw fields are fetched by row number, so that staging need not
 * carry them. Writes the file of rejects and the rows of {@code load.reject}, in a thread of its own, for meanwhile the
 * database has enough to do with the good rows.
 */
final class RejectPass implements AutoCloseable {
    private static final int FETCH_ROWS = 5_000;
    private static final int PAGE_CHARS = 1 << 16;
    private static final int ROWS_BETWEEN_STOPS = 1 << 10;

    private final LoadFile file;
    private final int fileNumber;
    private final HeaderMapping mapping;
    private final RejectWording wording;
    private final BooleanSupplier stopRequested;
    private final RowParser parser;
    private final Spool foundRejects = new Spool();
    private final List<LoadReport.Sample> samples = new ArrayList<>();
    private final FutureTask<Void> task = new FutureTask<>(this::write, null);
    private final Thread thread = new Thread(task, "minsheng-rejects");
    private long runId;
    private Path target;
    private Spool store;
    private volatile boolean stopped;
    private RejectFile rejectFile;

    /** @param stopRequested ends the pass with {@link LoadProblem#INTERRUPTED} */
    RejectPass(
            LoadFile file,
            int fileNumber,
            HeaderMapping mapping,
            RejectWording wording,
            BooleanSupplier stopRequested) {
        this.stopRequested = stopRequested;
        this.file = file;
        this.fileNumber = fileNumber;
        this.mapping = mapping;
        this.wording = wording;
        this.parser = new RowParser(file.kind(), mapping);
    }

    /** The first trouble found with a row. */
    private record Found(long row, String column, String rule, String value, Map<String, Object> facts) {
        String toJson() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("row", row);
            all.put("column", column);
            all.put("rule", rule);
            all.put("value", value);
            all.put("facts", facts);
            return Json.write(all);
        }

        @SuppressWarnings("unchecked")
        static Found ofJson(String text) {
            Map<String, Object> all = Json.read(text);
            return new Found(
                    (Long) all.get("row"),
                    (String) all.get("column"),
                    (String) all.get("rule"),
                    (String) all.get("value"),
                    (Map<String, Object>) all.get("facts"));
        }
    }

    /**
     * Fetches what was found, and begins to read the file again.
     *
     * @param newTarget the file of rejects, or null when none is wanted
     * @param newStore where the rows of {@code load.reject} go, or null when nothing is to be written
     */
    void start(Handle handle, long newRunId, Path newTarget, Spool newStore) {
        runId = newRunId;
        target = newTarget;
        store = newStore;
        fetch(handle);
        thread.setDaemon(true);
        thread.start();
    }

    private void fetch(Handle handle) {
        StringBuilder page = new StringBuilder();
        handle.createQuery("""
                        SELECT DISTINCT ON (row_no) row_no, column_name, rule, value, facts::text AS facts
                        FROM stage_reject WHERE file_no = :file ORDER BY row_no, found""")
                .bind("file", fileNumber)
                .setFetchSize(FETCH_ROWS)
                .map((row, context) -> new Found(
                        row.getLong("row_no"),
                        row.getString("column_name"),
                        row.getString("rule"),
                        row.getString("value"),
                        Json.read(row.getString("facts"))))
                .forEach(found -> {
                    page.append(found.toJson()).append('\n');
                    if (page.length() >= PAGE_CHARS) {
                        keep(page);
                    }
                });
        keep(page);
    }

    private void keep(StringBuilder page) {
        foundRejects.add(page.toString().getBytes(StandardCharsets.UTF_8));
        page.setLength(0);
    }

    /** Waits for the end. */
    void await() {
        Waiting.forEnd(task);
    }

    /** The file of rejects, not yet published; null when none is wanted. Known when the pass has ended. */
    RejectFile rejectFile() {
        return rejectFile;
    }

    /** The rejects that a report shows. Known when the pass has ended. */
    List<LoadReport.Sample> samples() {
        return samples;
    }

    private void write() {
        rejectFile = target == null ? null : new RejectFile(target, mapping.ownNames());
        List<Integer> fields = ownFields();
        try (RecordReader reader = RecordReaders.open(file.source(), file.kind(), file.nestedIn());
                BufferedReader rejects =
                        new BufferedReader(new InputStreamReader(foundRejects.read(), StandardCharsets.UTF_8))) {
            RawRecord record = new RawRecord();
            for (Found found = next(rejects); found != null && !stopped; found = next(rejects)) {
                boolean there = record.row() == found.row();
                while (!there && goesOn(reader, record)) {
                    there = record.row() == found.row();
                }
                writeOne(record, found, fields);
            }
            readToTheEnd(reader, record);
        } catch (IOException failure) {
            throw Source.unreadable(System.getProperty("java.io.tmpdir"), failure);
        }
    }

    /** Only at the end of the file it is certain that these were the bytes that were loaded. */
    private void readToTheEnd(RecordReader reader, RawRecord record) {
        boolean more = true;
        while (more) {
            more = goesOn(reader, record);
        }
    }

    private boolean goesOn(RecordReader reader, RawRecord record) {
        if (record.row() % ROWS_BETWEEN_STOPS == 0 && stopRequested.getAsBoolean()) {
            throw Problem.of(LoadProblem.INTERRUPTED).asException();
        }
        return !stopped && reader.next(record);
    }

    private void writeOne(RawRecord record, Found found, List<Integer> fields) {
        boolean cut = record.size() == mapping.header().size();
        List<String> raw = cut ? fields.stream().map(record::text).toList() : record.texts();
        Column column = columnNamed(found.column());
        String columnName = column == null ? found.column() : mapping.nameOf(column);
        String value = value(record, found, column, cut);
        Problem problem = FoundRule.problem(found.rule(), found.facts(), value);
        String run = runId == 0 ? "" : Long.toString(runId);
        if (rejectFile != null) {
            rejectFile.row(raw, run, record.line(), columnName, found.rule(), value, wording.reason(problem));
        }
        if (samples.size() < LoadReport.SAMPLES_MAX) {
            samples.add(new LoadReport.Sample(file.source().name(), record.line(), columnName, value, problem));
        }
        if (store != null) {
            store.line()
                    .number(runId)
                    .number(fileNumber)
                    .number(record.line())
                    .text(columnName)
                    .text(found.rule())
                    .text(value)
                    .text(Json.write(problem.facts()))
                    .texts(raw)
                    .texts(key(record));
            store.endRow();
        }
    }

    /** The business key as it would be staged, with holes where a part is unreadable. */
    private List<String> key(RawRecord record) {
        parser.parse(record);
        List<String> key = new ArrayList<>(file.kind().keyScope());
        file.kind().keyColumns().forEach(column -> key.add(parser.row().asStaged(column)));
        return key;
    }

    /** The value of the column that is wrong: as the rule gave it, else as the file has it, masked if it must be. */
    private String value(RawRecord record, Found found, Column column, boolean cut) {
        boolean inFile = column != null && cut && mapping.fieldOf(column) >= 0;
        if (column != null && column.sensitive() && inFile) {
            String clear = record.text(mapping.fieldOf(column)).strip();
            return Masked.of(clear).toString();
        }
        if (found.value() != null) {
            return found.value();
        }
        return inFile ? record.text(mapping.fieldOf(column)).strip() : null;
    }

    private Column columnNamed(String name) {
        return name == null ? null : file.kind().find(name);
    }

    /** The fields of the file that are no columns of an earlier reject file. */
    private List<Integer> ownFields() {
        List<Integer> fields = new ArrayList<>();
        for (int field = 0; field < mapping.header().size(); field++) {
            if (!RejectColumns.contains(mapping.header().get(field))) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** The next rejected row, in the order of the file. */
    private static Found next(BufferedReader rejects) throws IOException {
        String line = rejects.readLine();
        return line == null ? null : Found.ofJson(line);
    }

    /** Ends the pass wherever it is, and removes the file of rejects unless it is published. */
    @Override
    public void close() {
        stopped = true;
        try (foundRejects) {
            thread.join();
            if (rejectFile != null) {
                rejectFile.close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
