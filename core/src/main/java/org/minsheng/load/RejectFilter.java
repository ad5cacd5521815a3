package org.minsheng.load;

/**
 * Which rejects are meant; null means any.
 *
 * @param runId the load that found them
 * @param kind what their file holds
 * @param line their line
 * @param rule the code of the rule that they broke
 * @param state {@code open}, {@code mended}, {@code closed}
 */
public record RejectFilter(Long runId, String kind, Long line, String rule, String state) {
    /** The state in which rejects wait to be mended. */
    public static final String OPEN = "open";

    /** The open rejects of a run, a kind, a line. */
    public static RejectFilter open(Long runId, String kind, Long line) {
        return new RejectFilter(runId, kind, line, null, OPEN);
    }
}
