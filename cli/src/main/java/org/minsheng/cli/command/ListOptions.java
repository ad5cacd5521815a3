package org.minsheng.cli.command;

import org.minsheng.base.Problem;
import picocli.CommandLine.Option;

/** The option of every list that may be long. */
public final class ListOptions {
    private static final int LIMIT_MAX = 1_000_000;

    @Option(names = "--limit", paramLabel = "N")
    private Integer limit;

    /**
     * How many rows to list at most.
     *
     * @param usual how many unless told
     * @throws org.minsheng.base.ProblemException {@code usage.invalid-value} when it is not positive, or beyond all reason
     */
    public int limit(int usual) {
        return limit(usual, LIMIT_MAX);
    }

    /** How many rows to list at most, where not more than {@code most} may be asked for. */
    public int limit(int usual, int most) {
        int wanted = limit == null ? usual : limit;
        if (wanted < 1 || wanted > most) {
            throw Problem.of(CliProblem.INVALID_VALUE)
                    .with("argument", "--limit")
                    .with("value", wanted)
                    .with("expected", "1 … " + most)
                    .asException();
        }
        return wanted;
    }
}
