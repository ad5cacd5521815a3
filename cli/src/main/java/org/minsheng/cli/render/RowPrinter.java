package org.minsheng.cli.render;

import java.io.IOException;

/** Prints rows one after the other; memory does not grow with their number. */
public interface RowPrinter {
    /** One row, a value a column in their order; null where there is none. */
    void row(Object... values) throws IOException;

    /** The end: what was held back is written. No row may follow. */
    void finish() throws IOException;
}
