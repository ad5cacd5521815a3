package org.minsheng.load;

/**
 * Where a record with quoted fields ends, by RFC 4180: a quote opens a field or does not occur in it, two quotes within
 * a quoted field are one, and after the closing quote comes a separator or the end of the line.
 *
 * @param start where it begins, after the characters may have moved
 * @param end the line feed that ends it, or the end of the file
 * @param lines how many lines of the file it takes
 * @param whole whether its quotes are in order; when not, {@code end} and {@code lines} mean nothing
 */
record QuotedRecord(int start, int end, int lines, boolean whole) {
    private enum Place {
        FIELD_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    static QuotedRecord find(CharBlocks blocks, int from, char separator) {
        int start = from;
        int current = from;
        int lines = 1;
        Place place = Place.FIELD_START;
        while (true) {
            if (current == blocks.limit()) {
                boolean more = blocks.more(start);
                current -= start;
                start = 0;
                if (!more) {
                    boolean ended = blocks.limit() < CharBlocks.RECORD_CHARS_MAX;
                    return new QuotedRecord(0, current, lines, ended && place != Place.QUOTED);
                }
            }
            char c = blocks.chars()[current];
            if (c == '\n') {
                if (place != Place.QUOTED) {
                    return new QuotedRecord(start, current, lines, true);
                }
                lines++;
                if (lines > DelimitedReader.QUOTED_LINES_MAX) {
                    return new QuotedRecord(start, current, lines, false);
                }
            }
            place = next(place, c, separator);
            if (place == null) {
                return new QuotedRecord(start, current, lines, false);
            }
            current++;
        }
    }

    /** The place after a character; null when a quote stands where none may, or text behind a closing quote. */
    private static Place next(Place place, char c, char separator) {
        return switch (place) {
            case FIELD_START -> c == '"' ? Place.QUOTED : c == separator ? Place.FIELD_START : Place.PLAIN;
            case PLAIN -> c == '"' ? null : c == separator ? Place.FIELD_START : Place.PLAIN;
            case QUOTED -> c == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
            case AFTER_QUOTE ->
                c == '"' ? Place.QUOTED : c == separator ? Place.FIELD_START : c == '\r' ? Place.AFTER_QUOTE : null;
        };
    }
}
