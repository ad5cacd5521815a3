package org.minsheng.load;

import java.io.IOException;
import java.io.InputStream;

/** The rows that a reading puts into a spool, read as they come until the reading has ended. */
final class GrowingRows extends BlockStream {
    private static final long WAIT_MILLIS = 20;

    private final InputStream rows;
    private final FileReading reading;

    GrowingRows(InputStream rows, FileReading reading) {
        this.rows = rows;
        this.reading = reading;
    }

    /** Throws what ended the reading before its time. */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = rows.read(bytes, from, length);
        while (count < 0) {
            boolean ended = reading.awaitEnd(WAIT_MILLIS);
            count = rows.read(bytes, from, length);
            if (count < 0 && ended) {
                return -1;
            }
        }
        return count;
    }
}
