package org.minsheng.cli.render;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/** Prints rows one after the other; memory does not grow with their number. */
public interface RowPrinter {
    /** One row, a value a column in their order; null where there is none. */
    void row(Object... values) throws IOException;

    /** The end: what was held back is written. No row may follow. */
    void finish() throws IOException;

    /**
     * A row for each of what is read while it is printed, and the end.
     *
     * @param each closed at its end
     * @param values of one of them, a value a column
     */
    default <T> void all(Stream<T> each, Function<T, Object[]> values) throws IOException {
        try (each) {
            for (Iterator<T> next = each.iterator(); next.hasNext(); ) {
                row(values.apply(next.next()));
            }
        }
        finish();
    }
}
