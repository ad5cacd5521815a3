package org.minsheng.cli.run;

import java.io.IOException;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.ListOptions;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code minsheng run list}: the latest loads and batches, newest first. */
@Command(name = "list")
final class RunList implements Verb {
    private static final int RUNS_LISTED = 20;

    @Option(names = "--job", paramLabel = "JOB")
    private String job;

    @Mixin
    private ListOptions list = new ListOptions();

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        RowPrinter rows = invocation.rows(
                Column.number("run"),
                Column.text("job"),
                Column.text("state"),
                Column.date("business_date"),
                Column.text("login"),
                Column.time("started_at"),
                Column.time("ended_at"));
        for (Run run : new RunLedger(invocation.database().handle()).list(job, list.limit(RUNS_LISTED))) {
            rows.row(
                    run.id(),
                    run.job(),
                    run.state().label(),
                    run.businessDate(),
                    run.login(),
                    run.startedAt(),
                    run.endedAt());
        }
        rows.finish();
        return ExitStatus.OK;
    }
}
