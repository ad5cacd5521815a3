package org.minsheng.cli.claim;

import java.io.IOException;
import java.nio.file.Path;
import org.minsheng.base.Problem;
import org.minsheng.claim.ClaimFiles;
import org.minsheng.cli.command.CliProblem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.load.ImportOptions;
import org.minsheng.load.LoadFile;
import org.minsheng.load.LoadRequest;
import org.minsheng.load.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code minsheng claim import CLAIMS --lines LINES}: loads bills and their lines, accepted or rejected together; the
 * lines are priced on the way. Without {@code --lines} they are nested in the claims' NDJSON.
 */
@Command(name = "import")
final class ClaimImport implements Verb {
    @Parameters(index = "0", paramLabel = "CLAIMS")
    private String claims;

    @Option(names = "--lines", paramLabel = "FILE")
    private String lines;

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Option(names = "--rejects", paramLabel = "DIR")
    private Path rejects;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        refuseTheSameInputTwice();
        try (Source claimSource = options.open(invocation, claims, null);
                Source lineSource = lines == null ? null : options.open(invocation, lines, null)) {
            ClaimFiles kinds = ClaimFiles.read(invocation.database().handle());
            LoadFile lineFile = lineSource == null
                    ? LoadFile.nested(kinds.lines(), claimSource, kinds.claims())
                    : LoadFile.of(kinds.lines(), lineSource);
            LoadRequest request = LoadRequest.of(LoadFile.of(kinds.claims(), claimSource), lineFile);
            return options.load(invocation, request.rejectsIn(rejects));
        }
    }

    private void refuseTheSameInputTwice() {
        if (Source.STANDARD_INPUT.equals(lines) && lines.equals(claims)) {
            throw Problem.of(CliProblem.EXCLUSIVE_OPTIONS)
                    .with("reason", "CLAIMS -, --lines -")
                    .with("command", "minsheng claim import")
                    .asException();
        }
    }
}
