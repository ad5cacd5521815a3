package org.minsheng.run;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened in a run.
 *
 * @param at when
 * @param login the database login of whoever did it
 * @param code what, one of the constants
 * @param facts what its text needs
 */
public record RunEvent(Instant at, String login, String code, Map<String, Object> facts) {
    public static final String BEGUN = "begun";
    /** Facts: {@code attempt}. */
    public static final String RESUMED = "resumed";
    /** At a safe point, as it was told to. Facts: the figures so far. */
    public static final String STOPPED = "stopped";
    /** Facts: {@code problem} (its code), and those of the problem. */
    public static final String FAILED = "failed";

    public static final String CANCELLED = "cancelled";
    public static final String DONE = "done";
    public static final String UNDONE = "undone";
}
