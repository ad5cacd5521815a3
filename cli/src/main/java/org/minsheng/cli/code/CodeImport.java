package org.minsheng.cli.code;

import java.io.IOException;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.load.ImportCommand;
import org.minsheng.registry.CodeFile;
import org.minsheng.registry.CodeTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code minsheng code import}: one version of one code table. */
@Command(name = "import")
final class CodeImport implements Verb {
    @Option(names = "--table", paramLabel = "TABLE", required = true)
    private String table;

    @Option(names = "--version", paramLabel = "VERSION", required = true)
    private String version;

    @Mixin
    private ImportCommand load = new ImportCommand(() -> CodeFile.of(table, version));

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        new CodeTables(invocation.database().handle()).requireTable(table);
        return load.run(invocation);
    }
}
