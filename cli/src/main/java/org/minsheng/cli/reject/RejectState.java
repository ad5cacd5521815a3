package org.minsheng.cli.reject;

import java.util.Locale;

/** The states that {@code --state} takes. */
enum RejectState {
    OPEN,
    MENDED,
    CLOSED,
    ANY;

    /** The state in the database; null for any. */
    String label() {
        return this == ANY ? null : name().toLowerCase(Locale.ROOT);
    }
}
