package org.minsheng.load;

import java.util.List;

/** The records of one file, in order, in bounded memory. A record that cannot be read does not hide the next one. */
public interface RecordReader extends AutoCloseable {
    /** The names of the fields, as the file has them. */
    List<String> header();

    /** Reads the next record into {@code record}; false at the end of the file. */
    boolean next(RawRecord record);

    @Override
    void close();
}
