package org.minsheng.cli.reject;

import java.io.IOException;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.load.RejectFilter;
import org.minsheng.load.RejectStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng reject close}: gives open rejects up; nobody will mend them. */
@Command(name = "close")
final class RejectClose implements Verb {
    @Parameters(index = "0", paramLabel = "RUN")
    private long run;

    @Parameters(index = "1", paramLabel = "LINE", arity = "0..1")
    private Long line;

    @Option(names = "--kind", paramLabel = "KIND")
    private String kind;

    @Option(names = "--rule", paramLabel = "RULE")
    private String rule;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        RejectStore store = new RejectStore(invocation.database().handle());
        RejectFilter filter = new RejectFilter(run, kind, line, rule, RejectFilter.OPEN);
        if (line == null) {
            invocation.confirm("reject.confirm-close", "run", run, "rejects", store.count(filter));
        }
        invocation.note("reject.closed", "run", run, "rejects", store.close(filter, reason));
        return ExitStatus.OK;
    }
}
