package org.minsheng.cli.reject;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.minsheng.bureau.FileKinds;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.RevealOptions;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.load.Reject;
import org.minsheng.load.RejectStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng reject show}: one row that was not taken: why, how to mend it, and its fields. */
@Command(name = "show")
final class RejectShow implements Verb {
    private static final String COMMAND = "reject show";

    private static final List<Column> COLUMNS = List.of(
            Column.number("run"),
            Column.text("kind"),
            Column.text("file"),
            Column.number("line"),
            Column.text("column"),
            Column.text("value"),
            Column.text("rule"),
            Column.text("reason"),
            Column.text("why"),
            Column.text("mend"),
            Column.text("state"),
            Column.time("ended_at"),
            Column.text("ended_by"),
            Column.text("ended_reason"),
            Column.list("fields", Column.text("name"), Column.text("value")));

    @Parameters(index = "0", paramLabel = "RUN")
    private long run;

    @Parameters(index = "1", paramLabel = "LINE")
    private long line;

    @Option(names = "--kind", paramLabel = "KIND")
    private String kind;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        reveal.check(COMMAND);
        Reject reject = new RejectStore(invocation.database().handle()).show(run, line, kind);
        List<Object[]> fields = reject.shown(FileKinds.named(reject.kind()).orElse(null)).stream()
                .map(field -> new Object[] {field.name(), reveal.shown(field.value())})
                .toList();
        reveal.record(invocation, COMMAND, Map.of("run", run, "line", line, "kind", reject.kind()));
        invocation.one(
                COLUMNS,
                reject.runId(),
                reject.kind(),
                reject.file(),
                reject.line(),
                reject.column(),
                reject.value(),
                reject.rule(),
                invocation.text(reject.problem()),
                invocation.why(reject.problem()).orElse(null),
                invocation.mend(reject.problem()).orElse(null),
                reject.state(),
                reject.endedAt(),
                reject.endedBy(),
                reject.endedReason(),
                fields);
        return ExitStatus.OK;
    }
}
