package org.minsheng.cli.load;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.load.BulkLoader;
import org.minsheng.load.FileKind;
import org.minsheng.load.LoadFile;
import org.minsheng.load.LoadProblem;
import org.minsheng.load.LoadReport;
import org.minsheng.load.LoadRequest;
import org.minsheng.load.MaxRejects;
import org.minsheng.load.Source;
import org.minsheng.load.SourceFormat;
import org.minsheng.run.BusinessDates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng NOUN import FILE}: loads one file of a kind; what is wrong with it comes back as a file to mend. */
@Command(name = "import")
public final class ImportCommand implements Verb {
    private final Supplier<FileKind> kind;

    @Parameters(index = "0", paramLabel = "FILE")
    private String file;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--max-rejects", paramLabel = "N|P%")
    private String maxRejects;

    @Option(names = "--rejects", paramLabel = "FILE")
    private Path rejects;

    @Option(names = "--encoding", paramLabel = "NAME")
    private Charset encoding;

    @Option(names = "--format", paramLabel = "FORMAT")
    private SourceFormat format;

    @Option(names = "--sheet", paramLabel = "NAME")
    private String sheet;

    /** The import of a kind that is always the same. */
    public ImportCommand(FileKind kind) {
        this(() -> kind);
    }

    /** The import of a kind that further options decide; it is asked for when they have been read. */
    public ImportCommand(Supplier<FileKind> kind) {
        this.kind = kind;
    }

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        MaxRejects limit = maxRejects == null ? MaxRejects.ANY : MaxRejects.of(maxRejects);
        Source.Wishes wishes = new Source.Wishes(format, encoding, sheet);
        try (Source source = Source.open(file, invocation.inBytes(), wishes)) {
            Handle handle = invocation.database().handle();
            LocalDate date =
                    invocation.asOf().or(() -> new BusinessDates(handle).open()).orElse(null);
            LoadRequest request = LoadRequest.of(LoadFile.of(kind.get(), source).rejectsTo(rejects))
                    .atMost(limit)
                    .on(date);
            BulkLoader loader = new BulkLoader(handle, invocation.progress(), invocation::text);
            return tell(invocation, loader.load(dryRun ? request.planOnly() : request));
        }
    }

    /** Prints what a load did and says how it ended; for every command that loads. */
    public static ExitStatus tell(Invocation invocation, LoadReport report) throws IOException {
        LoadFigures.print(invocation, report);
        if (report.sameAs() > 0) {
            invocation.note("load.same", "run", report.sameAs());
            return ExitStatus.OK;
        }
        for (LoadReport.OfFile each : report.files()) {
            LoadFigures.note(invocation, report, each);
        }
        if (report.rejected() == 0) {
            return ExitStatus.OK;
        }
        LoadFigures.noteSamples(invocation, report);
        Problem problem = Problem.of(report.dryRun() ? LoadProblem.WOULD_REJECT : LoadProblem.SOME_REJECTED)
                .with("rejected", report.rejected())
                .with("read", report.read())
                .with("run", report.runId())
                .with("files", LoadFigures.rejectFiles(report));
        invocation.report(problem);
        return ExitStatus.FINDINGS;
    }
}
