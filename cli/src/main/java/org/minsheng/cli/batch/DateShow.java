package org.minsheng.cli.batch;

import java.io.IOException;
import java.util.List;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.run.BusinessDates;
import picocli.CommandLine.Command;

/** {@code minsheng batch date show}: the open business date. */
@Command(name = "show")
final class DateShow implements Verb {
    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        invocation.one(
                List.of(Column.date("business_date")),
                new BusinessDates(invocation.database().handle()).required());
        return ExitStatus.OK;
    }
}
