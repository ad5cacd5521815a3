package org.minsheng.load;

/**
 * Rejects of one file that broke one rule in one column.
 *
 * @param rejects how many
 * @param first the first of them
 */
public record RejectGroup(long rejects, Reject first) {}
