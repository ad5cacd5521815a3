package org.minsheng.cli.run;

import java.io.IOException;
import java.util.Map;
import org.minsheng.base.Problem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Resumption;
import org.minsheng.cli.command.Verb;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;
import org.minsheng.run.RunProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng run resume}: goes on with a batch that was interrupted, with the inputs that were pinned. */
@Command(name = "resume")
final class RunResume implements Verb {
    private final Map<String, Resumption> batches;

    @Parameters(paramLabel = "RUN")
    private long run;

    /** @param batches how each job goes on, by its name in the run ledger */
    RunResume(Map<String, Resumption> batches) {
        this.batches = Map.copyOf(batches);
    }

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Run found = new RunLedger(invocation.database().handle()).show(run);
        Resumption batch = batches.get(found.job());
        if (batch == null) {
            throw Problem.of(RunProblem.RUN_NOT_RESUMABLE)
                    .with("run", run)
                    .with("job", found.job())
                    .asException();
        }
        return batch.resume(invocation, run);
    }
}
