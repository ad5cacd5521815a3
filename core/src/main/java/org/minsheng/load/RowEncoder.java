package org.minsheng.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;
import org.minsheng.run.Json;

/** Parses the records of one file into COPY rows: good ones for the staging table, bad ones for the rejects. */
final class RowEncoder {
    private final int fileNumber;
    private final Column[] columns;
    private final StagingColumn[] derived;
    private final HeaderMapping mapping;
    private final RowParser parser;
    private final List<Column> keyColumns;
    private final DoubleKeys doubles;
    private final RunTotals.Running totals;
    private final boolean mends;
    private final FieldText reject = new FieldText();
    private boolean rowIsOpen;
    private long read;

    /** @param doubles sees every good row */
    RowEncoder(FileKind kind, int fileNumber, HeaderMapping mapping, DoubleKeys doubles) {
        this.fileNumber = fileNumber;
        this.columns = kind.columns().toArray(Column[]::new);
        this.derived = kind.derived().toArray(StagingColumn[]::new);
        this.keyColumns = kind.keyColumns();
        this.mapping = mapping;
        this.parser = new RowParser(kind, mapping);
        this.doubles = doubles;
        this.totals = kind.totals() == null ? null : kind.totals().new Running();
        this.mends = mends(mapping);
    }

    /** Whether the file says which rejects its rows mend. */
    static boolean mends(HeaderMapping mapping) {
        return mapping.rejectRunField() >= 0 && mapping.rejectLineField() >= 0;
    }

    /** Parses one record and writes it to {@code good} or to {@code bad}. */
    void encode(RawRecord record, CopyLine good, Spool bad) {
        read++;
        List<Finding> findings = parser.parse(record);
        if (!findings.isEmpty()) {
            for (Finding finding : findings) {
                writeReject(record, finding, bad);
            }
            return;
        }
        TypedRow row = parser.row();
        doubles.see(row, record.row());
        total(row, good);
        good.number(record.row()).number(record.line());
        for (Column column : columns) {
            int position = column.position();
            if (row.has(position)) {
                column.type().write(row, position, good);
            } else {
                good.nothing();
            }
        }
        for (StagingColumn column : derived) {
            column.writer().write(row, good);
        }
        if (mends) {
            writeNumber(record, mapping.rejectRunField(), good);
            writeNumber(record, mapping.rejectLineField(), good);
        }
        rowIsOpen = true;
    }

    /** Ends the row before, which carries the totals when this one does not go on with its run. */
    private void total(TypedRow row, CopyLine good) {
        boolean goesOn = rowIsOpen && totals != null && totals.continues(row);
        endRow(good, !goesOn);
        if (totals != null) {
            if (!goesOn) {
                totals.begin(row);
            }
            totals.add(row);
        }
    }

    private void endRow(CopyLine good, boolean lastOfRun) {
        if (rowIsOpen) {
            if (totals != null) {
                totals.write(good, lastOfRun);
            }
            good.endRow();
            rowIsOpen = false;
        }
    }

    /** After the last record: ends the row that still waits for its totals. */
    void finish(CopyLine good) {
        endRow(good, true);
    }

    private void writeNumber(RawRecord record, int field, CopyLine out) {
        reject.at(record.chars(), record.start(field), record.end(field), false);
        long number = Digits.unscaled(reject, 0);
        if (number == Digits.NOT_A_NUMBER) {
            out.nothing();
        } else {
            out.number(number);
        }
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
            int field = mapping.fieldOf(column);
            key.add(readable && field >= 0 ? normal(record, field) : null);
        }
        return key;
    }

    private String normal(RawRecord record, int field) {
        reject.at(record.chars(), record.start(field), record.end(field), false);
        return reject.toString();
    }

    long read() {
        return read;
    }
}
