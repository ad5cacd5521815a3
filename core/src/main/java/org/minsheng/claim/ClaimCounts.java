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
        ClaimBook.Waiting waiting = new ClaimBook(handle).waiting();
        long claims = handle.createQuery("SELECT count(*) FROM claim.claim")
                .mapTo(Long.class)
                .one();
        return new ClaimCounts(claims, waiting.open(), waiting.held());
    }
}
