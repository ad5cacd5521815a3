package org.minsheng.load;

import org.minsheng.db.CopyLine;

/** Where the good rows of a file go while it is read. */
interface GoodRows {
    /** Makes it, once the file's header is known. */
    @FunctionalInterface
    interface Maker {
        /**
         * Makes it.
         *
         * @param doubles hears of rows whose business key may stand on an earlier one
         */
        GoodRows make(MendedReject mended, DoubleKeys doubles);
    }

    /**
     * Takes a row.
     *
     * @param staged rows for the staging table
     */
    void take(RawRecord record, TypedRow row, CopyLine staged);

    /** A row that is bad stands before the next good one. */
    void gap(CopyLine staged);

    /** After the last row. */
    void end(CopyLine staged);
}
