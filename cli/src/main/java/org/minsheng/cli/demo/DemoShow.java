package org.minsheng.cli.demo;

import java.io.IOException;
import java.util.List;
import org.minsheng.bureau.Demonstration;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import picocli.CommandLine.Command;

/** {@code minsheng demo show}: what the demonstration holds, and a claim worth explaining. */
@Command(name = "show")
final class DemoShow implements Verb {
    private static final List<Column> COLUMNS = List.of(
            Column.text("installation"),
            Column.date("business_date"),
            Column.count("persons"),
            Column.count("claims"),
            Column.count("open"),
            Column.count("held"),
            Column.text("example_claim"),
            Column.text("example_institution"));

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Demonstration.Overview overview =
                new Demonstration(invocation.database().handle()).overview();
        invocation.one(
                COLUMNS,
                overview.installation().name(),
                overview.businessDate(),
                overview.persons(),
                overview.claims().claims(),
                overview.claims().open(),
                overview.claims().held(),
                overview.example() == null ? null : overview.example().claimNo(),
                overview.example() == null ? null : overview.example().institutionCode());
        return ExitStatus.OK;
    }
}
