package org.minsheng.base;

import java.util.Objects;

/** Ends what is being done with a {@link Problem} that a person can read. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem, Throwable cause) {
        super(Objects.requireNonNull(problem).toString(), cause);
        this.problem = problem;
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }
}
