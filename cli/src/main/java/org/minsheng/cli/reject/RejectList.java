package org.minsheng.cli.reject;

import java.io.IOException;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.ListOptions;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.load.Reject;
import org.minsheng.load.RejectFilter;
import org.minsheng.load.RejectGroup;
import org.minsheng.load.RejectStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code minsheng reject list}: how many rows which loads did not take, and why; or each of them. */
@Command(name = "list")
final class RejectList implements Verb {
    private static final int REJECTS_LISTED = 100;

    @Option(names = "--run", paramLabel = "RUN")
    private Long run;

    @Option(names = "--kind", paramLabel = "KIND")
    private String kind;

    @Option(names = "--rule", paramLabel = "RULE")
    private String rule;

    @Option(names = "--state", paramLabel = "STATE", defaultValue = "OPEN")
    private RejectState state;

    @Option(names = "--each")
    private boolean each;

    @Mixin
    private ListOptions list = new ListOptions();

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        RejectStore store = new RejectStore(invocation.database().handle());
        RejectFilter filter = new RejectFilter(run, kind, null, rule, state.label());
        int limit = list.limit(REJECTS_LISTED);
        if (each) {
            printEach(invocation, store, filter, limit);
        } else {
            printGroups(invocation, store, filter, limit);
        }
        return ExitStatus.OK;
    }

    private static void printGroups(Invocation invocation, RejectStore store, RejectFilter filter, int limit)
            throws IOException {
        RowPrinter rows = invocation.rows(
                Column.number("run"),
                Column.text("kind"),
                Column.text("file"),
                Column.text("state"),
                Column.count("rejects"),
                Column.text("column"),
                Column.text("rule"),
                Column.number("first_line"),
                Column.text("first_reason"));
        for (RejectGroup group : store.groups(filter, limit)) {
            Reject first = group.first();
            rows.row(
                    first.runId(),
                    first.kind(),
                    first.file(),
                    first.state(),
                    group.rejects(),
                    first.column(),
                    first.rule(),
                    first.line(),
                    invocation.text(first.problem()));
        }
        rows.finish();
    }

    private static void printEach(Invocation invocation, RejectStore store, RejectFilter filter, int limit)
            throws IOException {
        RowPrinter rejects = invocation.rows(
                Column.number("run"),
                Column.text("kind"),
                Column.number("line"),
                Column.text("state"),
                Column.text("column"),
                Column.text("value"),
                Column.text("rule"),
                Column.text("reason"));
        rejects.all(store.each(filter, limit), reject -> new Object[] {
            reject.runId(),
            reject.kind(),
            reject.line(),
            reject.state(),
            reject.column(),
            reject.value(),
            reject.rule(),
            invocation.text(reject.problem())
        });
    }
}
