package org.minsheng.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads COPY text row by row as bytes; whole numbers at the front of a row are read off one after the other. */
final class RowBytes {
    private static final int BUFFER_BYTES = 1 << 18;

    private final InputStream in;
    private byte[] bytes = new byte[BUFFER_BYTES];
    private int next;
    private int limit;
    private int position;
    private int end;

    RowBytes(InputStream in) {
        this.in = in;
    }

    /** Goes to the next row; false behind the last. */
    boolean next() throws IOException {
        int search = next;
        while (true) {
            while (search < limit && bytes[search] != '\n') {
                search++;
            }
            if (search < limit) {
                position = next;
                end = search;
                next = search + 1;
                return true;
            }
            search -= next;
            if (!more()) {
                return false;
            }
        }
    }

    /** Reads on behind the row that is not whole yet, which moves to the front. */
    private boolean more() throws IOException {
        limit -= next;
        if (next > 0) {
            System.arraycopy(bytes, next, bytes, 0, limit);
            next = 0;
        } else if (limit == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = in.read(bytes, limit, bytes.length - limit);
        limit += Math.max(0, read);
        return read > 0;
    }

    /** Reads a number off the front, with the tabulator behind it. */
    long number() {
        long number = 0;
        while (position < end && bytes[position] != '\t') {
            number = number * 10 + bytes[position] - '0';
            position++;
        }
        position = Math.min(end, position + 1);
        return number;
    }

    /** The number at the front, which stays there. */
    long numberAhead() {
        int here = position;
        long number = number();
        position = here;
        return number;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the rest of the row begins. */
    int position() {
        return position;
    }

    /** Where it ends. */
    int end() {
        return end;
    }
}
