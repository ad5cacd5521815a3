package org.minsheng.cli.run;

import java.io.IOException;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.run.Audit;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng run cancel}: gives up a run that was interrupted; what it has committed stays. */
@Command(name = "cancel")
final class RunCancel implements Verb {
    @Parameters(paramLabel = "RUN")
    private long run;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Handle handle = invocation.database().handle();
        Run found = new RunLedger(handle).show(run);
        invocation.confirm("run.confirm-cancel", "run", run, "job", found.job());
        handle.useTransaction(transaction -> {
            new RunLedger(transaction).cancel(run);
            new Audit(transaction).record("run cancel", run, reason, Map.of("job", found.job()));
        });
        invocation.note("run.cancelled", "run", run);
        return ExitStatus.OK;
    }
}
