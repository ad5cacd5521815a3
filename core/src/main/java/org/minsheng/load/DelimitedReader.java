package org.minsheng.load;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.minsheng.base.Problem;

/**
 * Reads CSV and TSV. A record without a quote is cut at its separators where it lies, which is most of the speed of a
 * load; one with quotes is checked for balance and given to OpenCSV. An unbalanced quote costs its own line only.
 */
final class DelimitedReader implements RecordReader {
    /** A quoted field that runs on for more lines than this has lost its closing quote. */
    static final int QUOTED_LINES_MAX = 20;

    private static final char QUOTE = '"';
    private static final char REPLACEMENT = '\uFFFD';

    private final CharBlocks blocks;
    private final char separator;
    private final RFC4180Parser parser;
    private final List<String> header;

    private int position;
    private long line = 1;
    private long row;
    private boolean damaged;
    private boolean nul;

    DelimitedReader(Source source, char separator) {
        this.blocks = new CharBlocks(source);
        this.separator = separator;
        this.parser = new RFC4180ParserBuilder().withSeparator(separator).build();
        RawRecord names = new RawRecord();
        if (!read(names)) {
            throw Problem.of(LoadProblem.EMPTY_FILE).with("file", source.name()).asException();
        }
        this.header = List.copyOf(names.texts());
        this.row = 0;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public boolean next(RawRecord record) {
        if (!read(record)) {
            return false;
        }
        if (damaged) {
            record.trouble(Problem.of(LoadProblem.ENCODING));
        }
        if (nul) {
            record.trouble(Problem.of(LoadProblem.NUL_BYTE));
        }
        if (record.size() != header.size()) {
            record.trouble(Problem.of(LoadProblem.RAGGED_ROW)
                    .with("expected", header.size())
                    .with("found", record.size()));
        }
        return true;
    }

    /** Reads one record, empty lines skipped. */
    private boolean read(RawRecord record) {
        while (true) {
            record.begin(row + 1, line);
            damaged = false;
            nul = false;
            if (!scan(record)) {
                return false;
            }
            boolean empty = record.size() == 1 && record.start(0) == record.end(0) && record.trouble() == null;
            if (!empty) {
                row++;
                return true;
            }
        }
    }

    /** Cuts the record at {@link #position}; false when there is none. */
    private boolean scan(RawRecord record) {
        char[] chars = blocks.chars();
        record.in(chars);
        int current = position;
        int fieldStart = position;
        while (true) {
            char c = chars[current];
            if (c > ',' && c != REPLACEMENT) {
                current++;
            } else if (c == separator) {
                record.field(fieldStart, current);
                fieldStart = ++current;
            } else if (c == '\n') {
                if (current == blocks.limit()) {
                    if (blocks.more(position)) {
                        return restart(record);
                    }
                    return lastRecord(record);
                }
                record.field(fieldStart, withoutReturn(chars, fieldStart, current));
                position = current + 1;
                line++;
                return true;
            } else if (c == QUOTE) {
                return quoted(record);
            } else {
                nul |= c == 0;
                damaged |= c == REPLACEMENT;
                current++;
            }
        }
    }

    /** More characters have come and the record has moved to the front: cut it again from its beginning. */
    private boolean restart(RawRecord record) {
        position = 0;
        record.begin(record.row(), record.line());
        return scan(record);
    }

    /** The record that no line feed ends: the last of the file, or one that is too long. */
    private boolean lastRecord(RawRecord record) {
        position = 0;
        char[] chars = blocks.chars();
        record.begin(record.row(), record.line());
        record.in(chars);
        int limit = blocks.limit();
        if (limit == 0) {
            return false;
        }
        if (limit >= CharBlocks.RECORD_CHARS_MAX) {
            record.trouble(Problem.of(LoadProblem.ROW_TOO_LONG).with("limit", CharBlocks.RECORD_CHARS_MAX));
            skipLine();
            return true;
        }
        int fieldStart = 0;
        for (int current = 0; current < limit; current++) {
            if (chars[current] == separator) {
                record.field(fieldStart, current);
                fieldStart = current + 1;
            }
        }
        record.field(fieldStart, withoutReturn(chars, fieldStart, limit));
        position = limit;
        line++;
        return true;
    }

    private void skipLine() {
        while (true) {
            char[] chars = blocks.chars();
            int limit = blocks.limit();
            int current = position;
            while (chars[current] != '\n') {
                current++;
            }
            if (current < limit) {
                position = current + 1;
                line++;
                return;
            }
            boolean more = blocks.more(limit);
            position = 0;
            if (!more) {
                return;
            }
        }
    }

    private static int withoutReturn(char[] chars, int from, int until) {
        return until > from && chars[until - 1] == '\r' ? until - 1 : until;
    }

    /** Reads the record at {@link #position}, which has a quote somewhere. */
    private boolean quoted(RawRecord record) {
        QuotedRecord found = QuotedRecord.find(blocks, position, separator);
        position = found.start();
        if (!found.whole()) {
            return broken(record);
        }
        char[] chars = blocks.chars();
        int end = withoutReturn(chars, position, found.end());
        String text = new String(chars, position, end - position);
        damaged = text.indexOf(REPLACEMENT) >= 0;
        nul = text.indexOf(0) >= 0;
        try {
            record.fields(Arrays.asList(parser.parseLine(text)));
        } catch (IOException unbalanced) {
            throw new IllegalStateException("the quotes were balanced", unbalanced);
        }
        position = Math.min(found.end() + 1, blocks.limit());
        line += found.lines();
        return true;
    }

    /** Takes the line at {@link #position} as one field: a quote in it is out of order. */
    private boolean broken(RawRecord record) {
        int end = endOfLine();
        while (end == blocks.limit()) {
            // the quote was out of order before the whole line was here
            boolean more = blocks.more(position);
            position = 0;
            end = endOfLine();
            if (!more) {
                break;
            }
        }
        char[] chars = blocks.chars();
        record.begin(record.row(), record.line());
        record.in(chars);
        record.field(position, withoutReturn(chars, position, end));
        record.trouble(Problem.of(LoadProblem.BROKEN_QUOTE));
        position = Math.min(end + 1, blocks.limit());
        line++;
        return true;
    }

    private int endOfLine() {
        char[] chars = blocks.chars();
        int end = position;
        while (chars[end] != '\n') {
            end++;
        }
        return end;
    }

    @Override
    public void close() {
        blocks.close();
    }
}
