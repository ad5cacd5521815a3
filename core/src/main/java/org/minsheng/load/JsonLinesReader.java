package org.minsheng.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minsheng.base.Problem;

/**
 * Reads NDJSON: one object a line, its members named as the kind's columns or their aliases. It shows either the objects
 * themselves or the objects nested in one of their arrays (the lines of claims), whose key is completed from their
 * parent.
 */
final class JsonLinesReader implements RecordReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Source source;
    private final FileKind kind;
    private final String nestedIn;
    private final CharBlocks blocks;
    private final List<String> header;
    private final Map<String, Integer> columnOfName = new TreeMap<>();
    private final List<List<String>> nested = new ArrayList<>();

    private Problem unstorable;
    private int nextNested;
    private int position;
    private long line;
    private long row;

    /**
     * @param nestedIn the array whose objects are the records, or null when the objects of the lines are
     */
    JsonLinesReader(Source source, FileKind kind, String nestedIn) {
        this.source = source;
        this.kind = kind;
        this.nestedIn = nestedIn;
        this.blocks = new CharBlocks(source);
        this.header = kind.columns().stream().map(Column::name).toList();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public boolean next(RawRecord record) {
        while (nextNested == nested.size()) {
            nested.clear();
            nextNested = 0;
            if (!nextLine(record)) {
                return false;
            }
            if (nestedIn == null && record.size() + (record.trouble() == null ? 0 : 1) > 0) {
                return true;
            }
        }
        row++;
        record.begin(row, row);
        record.fields(nested.get(nextNested++));
        return true;
    }

    /** Reads one line: its object into {@code record}, its nested objects into {@link #nested}. */
    private boolean nextLine(RawRecord record) {
        int end = endOfLine();
        if (end < 0) {
            return false;
        }
        line++;
        char[] chars = blocks.chars();
        int start = position;
        position = Math.min(end + 1, blocks.limit());
        String[] fields = new String[header.size()];
        Problem trouble = null;
        if (!new String(chars, start, end - start).isBlank()) {
            trouble = read(chars, start, end - start, fields);
            row += nestedIn == null ? 1 : 0;
            record.begin(row, line);
            record.in(chars);
            if (trouble == null) {
                record.fields(withoutNulls(fields));
            } else {
                record.field(start, end);
                record.trouble(trouble);
            }
        } else {
            record.begin(row, line);
        }
        return true;
    }

    private int endOfLine() {
        int current = position;
        while (true) {
            char[] chars = blocks.chars();
            while (chars[current] != '\n') {
                current++;
            }
            if (current < blocks.limit()) {
                return current;
            }
            boolean more = blocks.more(position);
            current -= position;
            position = 0;
            if (!more) {
                return blocks.limit() == 0 ? -1 : blocks.limit();
            }
        }
    }

    private Problem read(char[] chars, int start, int length, String[] fields) {
        unstorable = null;
        for (int index = start; index < start + length; index++) {
            if (chars[index] == '\uFFFD') {
                return Problem.of(LoadProblem.ENCODING);
            }
            if (chars[index] == 0) {
                return Problem.of(LoadProblem.NUL_BYTE);
            }
        }
        List<String[]> children = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(chars, start, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return broken("an object was expected");
            }
            readObject(parser, fields, children);
            if (parser.nextToken() != null) {
                return broken("text after the object");
            }
            if (unstorable != null) {
                return unstorable;
            }
        } catch (JsonProcessingException failure) {
            return broken(failure.getOriginalMessage());
        } catch (IOException failure) {
            throw Source.unreadable(source.name(), failure);
        }
        for (String[] child : children) {
            for (Column column : kind.keyColumns()) {
                int position = column.position();
                child[position] = child[position] == null ? fields[position] : child[position];
            }
            nested.add(withoutNulls(child));
        }
        return null;
    }

    /** Reads the members of an object up to its end. */
    private void readObject(JsonParser parser, String[] fields, List<String[]> children) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (children != null && name.equals(nestedIn) && value == JsonToken.START_ARRAY) {
                readChildren(parser, children);
                continue;
            }
            if (value.isStructStart()) {
                parser.skipChildren();
                continue;
            }
            int column = columnOf(name, nestedIn != null && children != null);
            if (column >= 0) {
                fields[column] = value == JsonToken.VALUE_NULL ? null : storable(parser.getText());
            }
        }
    }

    private void readChildren(JsonParser parser, List<String[]> children) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "an object was expected in " + nestedIn);
            }
            String[] child = new String[header.size()];
            children.add(child);
            readObject(parser, child, null);
        }
    }

    /** Notes what an escape may hide and no database can hold: a NUL, or half a character. */
    private String storable(String text) {
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            if (c == 0) {
                unstorable = Problem.of(LoadProblem.NUL_BYTE);
            } else if (Character.isSurrogate(c)) {
                boolean pair = index + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(index + 1));
                if (!pair) {
                    unstorable = Problem.of(LoadProblem.ENCODING);
                }
                index += pair ? 1 : 0;
            }
        }
        return text;
    }

    /**
     * The column of a member; -1 for one that belongs to a reject file, or to the parent of nested objects.
     *
     * @throws org.minsheng.base.ProblemException when an object of the kind has a member that no column has
     */
    private int columnOf(String name, boolean ofParent) {
        Integer known = columnOfName.get(name);
        if (known != null) {
            return known;
        }
        Column column = kind.find(name);
        if (column != null) {
            columnOfName.put(name, column.position());
            return column.position();
        }
        if (!ofParent && !RejectColumns.contains(name)) {
            throw HeaderMapping.unknown(source.name(), kind, name);
        }
        return -1;
    }

    private static Problem broken(String cause) {
        return Problem.of(LoadProblem.BROKEN_JSON).with("cause", cause);
    }

    private static List<String> withoutNulls(String[] fields) {
        String[] texts = new String[fields.length];
        for (int index = 0; index < fields.length; index++) {
            texts[index] = fields[index] == null ? "" : fields[index];
        }
        return Arrays.asList(texts);
    }

    @Override
    public void close() {
        blocks.close();
    }
}
