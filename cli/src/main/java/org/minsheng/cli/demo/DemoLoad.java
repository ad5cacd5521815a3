package org.minsheng.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.minsheng.base.Problem;
import org.minsheng.bureau.CityLoader;
import org.minsheng.bureau.city.CityManifest;
import org.minsheng.bureau.city.CityProblem;
import org.minsheng.claim.ShelvedPack;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng demo load DIR}: loads an invented city into a demonstration installation. */
@Command(name = "load")
final class DemoLoad implements Verb {
    @Parameters(paramLabel = "DIR")
    private Path folder;

    @Option(names = "--rejects", paramLabel = "DIR", defaultValue = "rejects")
    private Path rejects;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        CityLoader loader = new CityLoader(invocation.database(), invocation.progress(), invocation::reason)
                .stoppedBy(invocation.session()::stopRequested);
        CityLoader.Report report = loader.load(folder, rejects);
        tell(invocation, report);
        print(invocation, report);
        if (report.rejectedNow() == 0) {
            return ExitStatus.OK;
        }
        invocation.report(Problem.of(CityProblem.SOME_REJECTED)
                .with("rejected", report.rejected())
                .with("read", report.read())
                .with(
                        "bad",
                        report.manifest().files().stream()
                                .mapToLong(CityManifest.FileEntry::bad)
                                .sum()));
        return ExitStatus.FINDINGS;
    }

    private static void tell(Invocation invocation, CityLoader.Report report) {
        for (ShelvedPack pack : report.preparation().activated()) {
            invocation.note("demo.load.pack", "pack", pack.id(), "version", pack.version());
        }
        invocation.note(
                "demo.load.installation",
                "name",
                report.preparation().installation().name(),
                "date",
                report.preparation().businessDate());
        if (report.files().stream().allMatch(CityLoader.Loaded::before)) {
            invocation.note("demo.load.before");
        }
    }

    private static void print(Invocation invocation, CityLoader.Report report) throws IOException {
        RowPrinter rows = invocation.rows(
                Column.text("file"),
                Column.number("run"),
                Column.count("rows_read"),
                Column.count("inserted"),
                Column.count("changed"),
                Column.count("unchanged"),
                Column.count("rejected"),
                Column.text("rejects_file"));
        for (CityLoader.Loaded file : report.files()) {
            rows.row(
                    file.name(),
                    file.runId(),
                    file.read(),
                    file.inserted(),
                    file.changed(),
                    file.unchanged(),
                    file.rejected(),
                    file.rejects());
        }
        rows.finish();
        // The figures come before the error that follows them.
        invocation.out().flush();
    }
}
