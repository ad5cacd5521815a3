package org.minsheng.cli.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.load.FileKind;
import org.minsheng.load.LoadFile;
import org.minsheng.load.LoadRequest;
import org.minsheng.load.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng NOUN import FILE}: loads one file of a kind; what is wrong with it comes back as a file to mend. */
@Command(name = "import")
public final class ImportCommand implements Verb {
    private final Supplier<FileKind> kind;

    @Parameters(index = "0", paramLabel = "FILE")
    private String file;

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Option(names = "--rejects", paramLabel = "FILE")
    private Path rejects;

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
        try (Source source = options.open(invocation, file, sheet)) {
            return options.load(
                    invocation, LoadRequest.of(LoadFile.of(kind.get(), source).rejectsTo(rejects)));
        }
    }
}
