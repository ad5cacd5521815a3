package org.minsheng.cli.command;

import java.io.IOException;

/** How a batch goes on with its interrupted run; each batch brings its own to {@code run resume}. */
@FunctionalInterface
public interface Resumption {
    /** Goes on with the run, tells of it, and says how it ended. */
    ExitStatus resume(Invocation invocation, long runId) throws IOException;
}
