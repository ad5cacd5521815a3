package org.minsheng.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.minsheng.base.Masked;
import org.minsheng.base.Problem;
import org.minsheng.run.Audit;
import picocli.CommandLine.Option;

/** The options with which a person sees whole numbers: never without a reason, and never unrecorded. */
public final class RevealOptions {
    @Option(names = "--reveal")
    private boolean reveal;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    /**
     * Checks that whoever wants whole numbers says why.
     *
     * @param command the words of the command: {@code person show}
     * @throws org.minsheng.base.ProblemException when the reason is missing
     */
    public void check(String command) {
        if (reveal && (reason == null || reason.isBlank())) {
            throw Problem.of(CliProblem.MISSING_ARGUMENT)
                    .with("argument", "--reason")
                    .with("command", "minsheng " + command)
                    .asException();
        }
    }

    /**
     * Records that numbers are shown whole, before they are.
     *
     * @param facts whom it concerns, numbers masked
     */
    public void record(Invocation invocation, String command, Map<String, ?> facts) {
        if (reveal) {
            Map<String, Object> all = new LinkedHashMap<>(facts);
            all.put("reveal", true);
            new Audit(invocation.database().handle()).record(command, null, reason, all);
        }
    }

    /** A value as it may be shown: numbers masked unless they are to be revealed; anything else as it is. */
    public Object shown(Object value) {
        return reveal && value instanceof Masked masked ? masked.reveal() : value;
    }
}
