package org.minsheng.load;

import org.minsheng.db.CopyLine;

/**
 * What a run of consecutive good rows that belong together comes to. One object serves a whole file, run after run; a
 * run may be all that belongs together or a part of it.
 */
public interface RunSummary {
    /** Begins with nothing. */
    void begin();

    /** Adds a row; what it shows is good until the next. */
    void add(TypedRow row);

    /** Writes one field for each column of the summary. */
    void write(CopyLine out);
}
