package org.minsheng.load;

import org.minsheng.base.Problem;

/**
 * Rejects of one file that broke one rule in one column.
 *
 * @param rejects how many
 * @param first the first of them
 */
public record RejectGroup(long rejects, Reject first) {
    /** Why the first of them was not taken. */
    public Problem problem() {
        return first.problem();
    }
}
