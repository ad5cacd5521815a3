package org.minsheng.load;

import org.minsheng.db.CopyLine;

/** Where the good rows of a file go while it is read. */
interface GoodRows {
    /** Makes it, once the file's header is known. */
    @FunctionalInterface
    interface Maker {
        GoodRows make(MendedReject mended);
    }

    /**
     * Takes a row.
     *
     * @param staged rows for the staging table
     * @return the number of the staged row that stands for it
     */
    long take(RawRecord record, TypedRow row, CopyLine staged);

    /** A row that is bad stands before the next good one. */
    void gap(CopyLine staged);

    /** After the last row. */
    void end(CopyLine staged);
}
