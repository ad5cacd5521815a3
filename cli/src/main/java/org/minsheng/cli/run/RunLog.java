package org.minsheng.cli.run;

import java.io.IOException;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.run.RunEvent;
import org.minsheng.run.RunLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng run log}: what happened in a run, in order. */
@Command(name = "log")
final class RunLog implements Verb {
    @Parameters(paramLabel = "RUN")
    private long run;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        RunLedger ledger = new RunLedger(invocation.database().handle());
        ledger.show(run);
        RowPrinter rows = invocation.rows(Column.time("at"), Column.text("code"), Column.facts("facts"));
        for (RunEvent event : ledger.events(run)) {
            rows.row(event.at(), event.code(), event.facts());
        }
        rows.finish();
        return ExitStatus.OK;
    }
}
