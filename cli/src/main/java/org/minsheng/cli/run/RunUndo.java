package org.minsheng.cli.run;

import java.io.IOException;
import org.jdbi.v3.core.Handle;
import org.minsheng.bureau.FileKinds;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.load.UndoService;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng run undo}: takes a load back; what it changed is again as it was. */
@Command(name = "undo")
final class RunUndo implements Verb {
    @Parameters(paramLabel = "RUN")
    private long run;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Handle handle = invocation.database().handle();
        Run found = new RunLedger(handle).show(run);
        UndoService service = new UndoService(handle, FileKinds.all());
        service.check(run);
        invocation.confirm("run.confirm-undo", "run", run, "job", found.job());
        service.undo(run, reason);
        invocation.note("run.undone", "run", run);
        return ExitStatus.OK;
    }
}
