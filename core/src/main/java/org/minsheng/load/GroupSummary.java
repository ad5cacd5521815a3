package org.minsheng.load;

import org.minsheng.db.CopyLine;

/**
 * What a group of consecutive good rows that belong together comes to. One object serves a whole file, group after group;
 * a group may be all that belongs together or a part of it.
 */
public interface GroupSummary {
    /** Begins with nothing. */
    void begin();

    /** Adds a row; what it shows is good until the next. */
    void add(TypedRow row);

    /** Writes one field for each column of the summary. */
    void write(CopyLine out);
}
