package org.minsheng.cli.claim;

import java.util.Locale;

/** The states that {@code --state} takes. */
enum ClaimState {
    OPEN,
    HELD,
    SETTLED,
    NOT_COVERED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
