package org.minsheng.load;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Masked;
import org.minsheng.base.Problem;
import org.minsheng.run.Json;

/**
 * The second reading of a file that has rejects: their raw fields are fetched by row number, so that staging need not
 * carry them. Writes the file of rejects and {@code load.reject}.
 */
final class RejectPass {
    private static final int PAGE_ROWS = 5_000;

    private final Handle handle;
    private final LoadFile file;
    private final int fileNumber;
    private final HeaderMapping mapping;
    private final RejectWording wording;
    private final Deque<Found> page = new ArrayDeque<>();
    private final List<LoadReport.Sample> samples = new ArrayList<>();
    private long lastRow;
    private boolean allFetched;

    RejectPass(Handle handle, LoadFile file, int fileNumber, HeaderMapping mapping, RejectWording wording) {
        this.handle = handle;
        this.file = file;
        this.fileNumber = fileNumber;
        this.mapping = mapping;
        this.wording = wording;
    }

    /** The first trouble found with a row. */
    private record Found(long row, String column, String rule, String value, Map<String, Object> facts) {}

    /** The rejects that a report shows. */
    List<LoadReport.Sample> samples() {
        return samples;
    }

    /**
     * Reads the file again.
     *
     * @param target the file of rejects, or null when none is wanted
     * @param store where the rows of {@code load.reject} go, or null when nothing is to be written
     * @return the file of rejects, not yet published
     */
    Optional<RejectFile> write(long runId, Path target, Spool store) {
        List<Integer> fields = ownFields();
        RejectFile out = target == null ? null : new RejectFile(target, mapping.ownNames());
        boolean whole = false;
        try (RecordReader reader = RecordReaders.open(file.source(), file.kind(), file.nestedIn())) {
            RawRecord record = new RawRecord();
            for (Found found = next(); found != null; found = next()) {
                boolean there = record.row() == found.row();
                while (!there && reader.next(record)) {
                    there = record.row() == found.row();
                }
                writeOne(runId, record, found, fields, out, store);
            }
            readToTheEnd(reader, record);
            whole = true;
            return Optional.ofNullable(out);
        } finally {
            if (!whole && out != null) {
                out.close();
            }
        }
    }

    /** Only at the end of the file it is certain that these were the bytes that were loaded. */
    private static void readToTheEnd(RecordReader reader, RawRecord record) {
        boolean more = true;
        while (more) {
            more = reader.next(record);
        }
    }

    private void writeOne(
            long runId, RawRecord record, Found found, List<Integer> fields, RejectFile out, Spool store) {
        boolean cut = record.size() == mapping.header().size();
        List<String> raw = cut ? fields.stream().map(record::text).toList() : record.texts();
        Column column = columnNamed(found.column());
        String columnName = column == null ? found.column() : mapping.nameOf(column);
        String value = value(record, found, column, cut);
        Problem problem = FoundRule.problem(found.rule(), found.facts(), value);
        String run = runId == 0 ? "" : Long.toString(runId);
        if (out != null) {
            out.row(raw, run, record.line(), columnName, found.rule(), value, wording.reason(problem));
        }
        if (samples.size() < LoadReport.SAMPLES_MAX) {
            samples.add(new LoadReport.Sample(file.kind().name(), record.line(), columnName, value, problem));
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
                    .texts(raw);
            store.endRow();
        }
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
    private Found next() {
        if (page.isEmpty() && !allFetched) {
            handle.createQuery("""
                            SELECT DISTINCT ON (row_no) row_no, column_name, rule, value, facts
                            FROM stage_reject WHERE file_no = :file AND row_no > :last
                            ORDER BY row_no, found LIMIT :rows""")
                    .bind("file", fileNumber)
                    .bind("last", lastRow)
                    .bind("rows", PAGE_ROWS)
                    .map((row, context) -> new Found(
                            row.getLong("row_no"),
                            row.getString("column_name"),
                            row.getString("rule"),
                            row.getString("value"),
                            Json.read(row.getString("facts"))))
                    .forEach(page::add);
            allFetched = page.size() < PAGE_ROWS;
        }
        Found found = page.poll();
        lastRow = found == null ? lastRow : found.row();
        return found;
    }
}
