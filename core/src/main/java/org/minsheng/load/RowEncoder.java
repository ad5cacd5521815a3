package org.minsheng.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;
import org.minsheng.run.Json;

/** Parses the records of one file: the good ones go their way to the staging table, the bad ones to the rejects. */
final class RowEncoder {
    private final int fileNumber;
    private final HeaderMapping mapping;
    private final RowParser parser;
    private final List<Column> keyColumns;
    private final GoodRows good;
    private final FieldText field = new FieldText();
    private long read;

    RowEncoder(FileKind kind, int fileNumber, HeaderMapping mapping, GoodRows good) {
        this.fileNumber = fileNumber;
        this.keyColumns = kind.keyColumns();
        this.mapping = mapping;
        this.parser = new RowParser(kind, mapping);
        this.good = good;
    }

    /** Parses one record and writes it to {@code staged} or to {@code bad}. */
    void encode(RawRecord record, CopyLine staged, Spool bad) {
        read++;
        List<Finding> findings = parser.parse(record);
        if (findings.isEmpty()) {
            good.take(record, parser.row(), staged);
            return;
        }
        good.gap(staged);
        for (Finding finding : findings) {
            writeReject(record, finding, bad);
        }
    }

    /** After the last record. */
    void finish(CopyLine staged) {
        good.end(staged);
    }

    private void writeReject(RawRecord record, Finding finding, Spool bad) {
        Problem problem = finding.problem();
        Map<String, Object> facts = new LinkedHashMap<>(problem.facts());
        Object value = facts.get("value");
        bad.line()
                .number(fileNumber)
                .number(record.row())
                .number(record.line())
                .text(finding.column() == null ? null : finding.column().name())
                .text(problem.code().code())
                .text(value == null ? null : value.toString().replace('\0', '\uFFFD'))
                .text(Json.write(facts).replace("\\u0000", "\uFFFD"))
                .texts(keyOf(record));
        bad.endRow();
    }

    /** The business key as the file writes it, with holes where a part is unreadable. */
    private List<String> keyOf(RawRecord record) {
        List<String> key = new ArrayList<>();
        for (Column column : keyColumns) {
            boolean readable = record.trouble() == null && parser.row().has(column.position());
            int position = mapping.fieldOf(column);
            key.add(readable && position >= 0 ? normal(record, position) : null);
        }
        return key;
    }

    private String normal(RawRecord record, int position) {
        field.at(record.chars(), record.start(position), record.end(position), false);
        return field.toString();
    }

    long read() {
        return read;
    }
}
