package org.minsheng.cli.audit;

import java.io.IOException;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.ListOptions;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.run.Audit;
import org.minsheng.run.AuditEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code minsheng audit list}: the latest entries, newest first. */
@Command(name = "list")
final class AuditList implements Verb {
    private static final int ENTRIES_LISTED = 20;

    @Mixin
    private ListOptions list = new ListOptions();

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        RowPrinter rows = invocation.rows(
                Column.number("entry"),
                Column.time("at"),
                Column.text("login"),
                Column.text("action"),
                Column.number("run"),
                Column.text("reason"),
                Column.flag("sealed"),
                Column.facts("facts"));
        for (AuditEntry entry : new Audit(invocation.database().handle()).latest(list.limit(ENTRIES_LISTED))) {
            rows.row(
                    entry.id(),
                    entry.at(),
                    entry.login(),
                    entry.action(),
                    entry.runId(),
                    entry.reason(),
                    entry.sealed(),
                    entry.facts());
        }
        rows.finish();
        return ExitStatus.OK;
    }
}
