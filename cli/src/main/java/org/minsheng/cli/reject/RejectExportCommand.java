package org.minsheng.cli.reject;

import java.io.IOException;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.load.RejectExport;
import org.minsheng.load.RejectFilter;
import org.minsheng.load.RejectStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng reject export}: writes the open rejects out again, to be mended and imported. */
@Command(name = "export")
final class RejectExportCommand implements Verb {
    @Parameters(paramLabel = "RUN", arity = "0..1")
    private Long run;

    @Option(names = "--kind", paramLabel = "KIND")
    private String kind;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "rejects")
    private Path out;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Handle handle = invocation.database().handle();
        RowPrinter rows = invocation.rows(
                Column.text("kind"), Column.number("run"), Column.count("rejects"), Column.text("rejects_file"));
        for (RejectExport export :
                new RejectStore(handle).export(RejectFilter.open(run, kind, null), out, invocation::reason)) {
            rows.row(
                    export.kind(),
                    export.runId(),
                    export.rejects(),
                    export.file().toString());
        }
        rows.finish();
        return ExitStatus.OK;
    }
}
