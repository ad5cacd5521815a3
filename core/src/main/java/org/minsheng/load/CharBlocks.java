package org.minsheng.load;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** The characters of a source in one array that slides over it. A record is always whole in the array while in use. */
final class CharBlocks implements AutoCloseable {
    /** The longest record, in characters; memory stays bounded whatever the file. */
    static final int RECORD_CHARS_MAX = 1 << 22;

    private static final int BLOCK_CHARS = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Source source;
    private final Reader reader;
    private char[] chars = new char[BLOCK_CHARS + 1];
    private int limit;
    private boolean started;

    CharBlocks(Source source) {
        this.source = source;
        this.reader = source.characters();
        this.chars[0] = '\n';
    }

    /** The characters; the one at {@link #limit()} is a line feed that is not the file's: a sentinel for scans. */
    char[] chars() {
        return chars;
    }

    /** Where the characters read so far end. */
    int limit() {
        return limit;
    }

    /**
     * Moves what begins at {@code keepFrom} to the front and reads more behind it.
     *
     * @return false when the file has ended or the kept record has reached {@link #RECORD_CHARS_MAX}; what is kept has
     *     moved to the front all the same
     */
    boolean more(int keepFrom) {
        int kept = limit - keepFrom;
        if (kept + BLOCK_CHARS / 2 >= chars.length && chars.length <= RECORD_CHARS_MAX) {
            chars = Arrays.copyOfRange(chars, keepFrom, keepFrom + 2 * chars.length);
        } else {
            System.arraycopy(chars, keepFrom, chars, 0, kept);
        }
        limit = kept;
        int room = chars.length - 1 - limit;
        int read = room == 0 ? -1 : read(room);
        limit += Math.max(read, 0);
        chars[limit] = '\n';
        return read > 0;
    }

    private int read(int room) {
        try {
            int read = reader.read(chars, limit, room);
            if (!started && read > 0) {
                started = true;
                if (chars[limit] == BYTE_ORDER_MARK) {
                    System.arraycopy(chars, limit + 1, chars, limit, read - 1);
                    return read > 1 ? read - 1 : read(room);
                }
            }
            return read;
        } catch (IOException failure) {
            throw Source.unreadable(source.name(), failure);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failure) {
            throw Source.unreadable(source.name(), failure);
        }
    }
}
