package org.minsheng.cli.load;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.load.BulkLoader;
import org.minsheng.load.LoadProblem;
import org.minsheng.load.LoadReport;
import org.minsheng.load.LoadRequest;
import org.minsheng.load.MaxRejects;
import org.minsheng.load.Source;
import org.minsheng.load.SourceFormat;
import org.minsheng.run.BusinessDates;
import picocli.CommandLine.Option;

/** The options that every import takes, and what every import does with them. */
public final class ImportOptions {
    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--max-rejects", paramLabel = "N|P%")
    private String maxRejects;

    @Option(names = "--encoding", paramLabel = "NAME")
    private Charset encoding;

    @Option(names = "--format", paramLabel = "FORMAT")
    private SourceFormat format;

    /**
     * Opens a file as the options say.
     *
     * @param file a path, or {@code -} for the standard input
     * @param sheet of a spreadsheet; null for the first whose header fits
     * @throws org.minsheng.base.ProblemException {@code load.threshold} when {@code --max-rejects} is no limit, before
     *     anything is read; and what {@link Source#open} throws
     */
    public Source open(Invocation invocation, String file, String sheet) {
        limit();
        return Source.open(file, invocation.inBytes(), new Source.Wishes(format, encoding, sheet));
    }

    private MaxRejects limit() {
        return maxRejects == null ? MaxRejects.ANY : MaxRejects.of(maxRejects);
    }

    /** Loads, prints what came of it, and says how it ended. */
    public ExitStatus load(Invocation invocation, LoadRequest request) throws IOException {
        Handle handle = invocation.database().handle();
        LocalDate date =
                invocation.asOf().or(() -> new BusinessDates(handle).open()).orElse(null);
        LoadRequest wanted = request.atMost(limit()).on(date);
        BulkLoader loader = new BulkLoader(invocation.database(), invocation.progress(), invocation::reason)
                .stoppedBy(invocation.session()::stopRequested);
        return tell(invocation, loader.load(dryRun ? wanted.planOnly() : wanted));
    }

    /** Prints what a load did and says how it ended; for every command that loads. */
    public static ExitStatus tell(Invocation invocation, LoadReport report) throws IOException {
        LoadFigures.print(invocation, report);
        if (report.sameAs() > 0) {
            return tellSame(invocation, report);
        }
        for (LoadReport.OfFile each : report.files()) {
            LoadFigures.note(invocation, report, each);
        }
        if (report.rejected() == 0) {
            return ExitStatus.OK;
        }
        LoadFigures.noteSamples(invocation, report);
        invocation.report((report.dryRun() ? wouldReject(invocation, report) : someRejected(report))
                .with("rejected", report.rejected())
                .with("read", report.read()));
        return ExitStatus.FINDINGS;
    }

    private static ExitStatus tellSame(Invocation invocation, LoadReport report) {
        if (report.openRejects() == 0) {
            invocation.note("load.same", "run", report.sameAs());
            return ExitStatus.OK;
        }
        invocation.report(Problem.of(LoadProblem.STILL_REJECTED)
                .with("run", report.sameAs())
                .with("rejects", report.openRejects()));
        return ExitStatus.FINDINGS;
    }

    private static Problem someRejected(LoadReport report) {
        boolean all = report.rejected() == report.read();
        return Problem.of(all ? LoadProblem.ALL_REJECTED : LoadProblem.SOME_REJECTED)
                .with("run", report.runId())
                .with("files", report.rejectsFiles());
    }

    private static Problem wouldReject(Invocation invocation, LoadReport report) {
        String advice = report.rejectsFiles().isEmpty()
                ? invocation.text("load.would-reject.name-a-place")
                : invocation.text("load.would-reject.in-a-file", "files", report.rejectsFiles());
        return Problem.of(LoadProblem.WOULD_REJECT).with("advice", advice);
    }
}
