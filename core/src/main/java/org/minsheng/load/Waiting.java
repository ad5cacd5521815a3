package org.minsheng.load;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.minsheng.base.Problem;

/** Waits for what a thread of its own does for a load. */
final class Waiting {
    private Waiting() {}

    /**
     * Waits for the end of a task, and throws what ended it before its time.
     *
     * @throws org.minsheng.base.ProblemException {@link LoadProblem#INTERRUPTED} when this thread is interrupted
     */
    static void forEnd(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problem.of(LoadProblem.INTERRUPTED).asException(interrupted);
        }
    }
}
