package org.minsheng.load;

import java.util.List;
import java.util.Locale;

/** The columns that a reject file has behind those of its kind. They are accepted, not loaded. */
final class RejectColumns {
    /** The run that rejected the row, with the line the key of the reject that a mended row closes. */
    static final String RUN = "reject_run";

    static final String LINE = "reject_line";
    static final String COLUMN = "reject_column";
    static final String RULE = "reject_rule";
    static final String VALUE = "reject_value";
    static final String REASON = "reject_reason";

    static final List<String> ALL = List.of(RUN, LINE, COLUMN, RULE, VALUE, REASON);

    private RejectColumns() {}

    static boolean contains(String name) {
        return ALL.contains(name.strip().toLowerCase(Locale.ROOT));
    }
}
