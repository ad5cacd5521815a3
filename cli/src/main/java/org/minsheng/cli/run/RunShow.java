package org.minsheng.cli.run;

import java.io.IOException;
import java.util.List;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng run show}: one run with its pinned inputs and its figures. */
@Command(name = "show")
final class RunShow implements Verb {
    @Parameters(paramLabel = "RUN")
    private long run;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Run found = new RunLedger(invocation.database().handle()).show(run);
        invocation.one(
                List.of(
                        Column.number("run"),
                        Column.text("job"),
                        Column.text("state"),
                        Column.number("attempt"),
                        Column.date("business_date"),
                        Column.text("login"),
                        Column.time("started_at"),
                        Column.time("ended_at"),
                        Column.facts("inputs"),
                        Column.facts("result")),
                found.id(),
                found.job(),
                found.state().label(),
                found.attempt(),
                found.businessDate(),
                found.login(),
                found.startedAt(),
                found.endedAt(),
                found.inputs(),
                found.result());
        return ExitStatus.OK;
    }
}
