package org.minsheng.load;

import java.nio.file.Path;

/**
 * A file of rejects that was written out again.
 *
 * @param kind what it holds
 * @param runId the load that found them
 * @param rejects how many rows it has
 */
public record RejectExport(String kind, long runId, long rejects, Path file) {}
