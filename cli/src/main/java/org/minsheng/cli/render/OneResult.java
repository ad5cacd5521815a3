package org.minsheng.cli.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A single result while it is put together: columns in the order of the output, each with its value. */
public final class OneResult {
    private final List<Column> columns = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a column with its value, which may be null. */
    public void add(Column column, Object value) {
        columns.add(column);
        values.add(value);
    }

    /** The columns so far. */
    public List<Column> columns() {
        return Collections.unmodifiableList(columns);
    }

    /** Their values. */
    public Object[] values() {
        return values.toArray();
    }
}
