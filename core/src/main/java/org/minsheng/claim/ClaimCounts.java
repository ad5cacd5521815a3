package org.minsheng.claim;

import org.jdbi.v3.core.Handle;

/**
 * How many claims there are.
 *
 * @param claims all that were loaded
 * @param open of these, claims that wait to be settled, held ones among them
 * @param held of these, claims that a run could not decide
 */
public record ClaimCounts(long claims, long open, long held) {
    /** The claims of this moment. */
    public static ClaimCounts of(Handle handle) {
        return handle.createQuery("""
                        SELECT (SELECT count(*) FROM claim.claim), (SELECT count(*) FROM claim.open_claim),
                            (SELECT count(*) FROM claim.hold)""")
                .map((row, context) -> new ClaimCounts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one();
    }
}
