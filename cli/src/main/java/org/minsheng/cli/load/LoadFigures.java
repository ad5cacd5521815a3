package org.minsheng.cli.load;

import java.io.IOException;
import java.util.stream.Collectors;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.load.LoadReport;

/** How a load is shown: a row a file for those who read data, sentences for those who watch. */
final class LoadFigures {
    private LoadFigures() {}

    /** A row a file on the standard output; in a pipe only when a format was asked for, since cron mails what it sees. */
    static void print(Invocation invocation, LoadReport report) throws IOException {
        if (!report.dryRun() && !invocation.resultWanted()) {
            return;
        }
        RowPrinter rows = invocation.rows(
                Column.text("kind"),
                Column.text("file"),
                Column.number("run"),
                Column.number("rows_read"),
                Column.number("inserted"),
                Column.number("changed"),
                Column.number("unchanged"),
                Column.number("removed"),
                Column.number("rejected"),
                Column.text("rejects_file"));
        for (LoadReport.OfFile file : report.files()) {
            rows.row(
                    file.kind(),
                    file.name(),
                    report.runId() == 0 ? null : report.runId(),
                    file.read(),
                    file.inserted(),
                    file.changed(),
                    file.unchanged(),
                    file.removed(),
                    file.rejected(),
                    file.rejects() == null ? null : file.rejects().toString());
        }
        rows.finish();
    }

    static void note(Invocation invocation, LoadReport report, LoadReport.OfFile file) {
        if (!file.renamed().isEmpty()) {
            String names = file.renamed().entrySet().stream()
                    .map(entry -> entry.getKey() + " → " + entry.getValue())
                    .collect(Collectors.joining(", "));
            invocation.note("load.columns", "file", file.name(), "columns", names);
        }
        invocation.note(
                report.dryRun() ? "load.planned" : "load.done",
                "file",
                file.name(),
                "run",
                report.runId(),
                "read",
                file.read(),
                "inserted",
                file.inserted(),
                "changed",
                file.changed(),
                "unchanged",
                file.unchanged(),
                "rejected",
                file.rejected());
    }

    static void noteSamples(Invocation invocation, LoadReport report) {
        for (LoadReport.Sample sample : report.samples()) {
            invocation.note(
                    report.files().size() > 1 ? "load.sample-of-file" : "load.sample",
                    "file",
                    sample.file(),
                    "line",
                    sample.line(),
                    "column",
                    sample.column() == null ? "" : sample.column(),
                    "reason",
                    invocation.text(sample.problem()));
        }
        long more = report.rejected() - report.samples().size();
        if (more > 0) {
            invocation.note("load.more", "more", more);
        }
    }
}
