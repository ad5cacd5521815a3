package org.minsheng.cli.code;

import java.io.IOException;
import org.minsheng.base.Problem;
import org.minsheng.cli.command.CliProblem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.registry.CodeMapping;
import org.minsheng.registry.CodeTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng code map}: says what a sender's codes mean in ours, takes it back, or lists what was said. */
@Command(name = "map")
final class CodeMap implements Verb {
    @Parameters(index = "0", paramLabel = "TABLE")
    private String table;

    @Parameters(index = "1", paramLabel = "THEIRS", arity = "0..1")
    private String theirs;

    @Parameters(index = "2", paramLabel = "OURS", arity = "0..1")
    private String ours;

    @Option(names = "--sender", paramLabel = "SENDER")
    private String sender;

    @Option(names = "--remove")
    private boolean remove;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        CodeTables tables = new CodeTables(invocation.database().handle());
        if (theirs != null || remove) {
            require(theirs, "THEIRS");
            require(sender, "--sender");
        }
        if (remove) {
            tables.unmap(table, sender, theirs, reason);
        } else if (theirs != null) {
            require(ours, "OURS");
            tables.map(new CodeMapping(table, sender, theirs, ours), reason);
        } else {
            list(invocation, tables);
        }
        return ExitStatus.OK;
    }

    private void list(Invocation invocation, CodeTables tables) throws IOException {
        RowPrinter rows = invocation.rows(Column.text("sender"), Column.text("sender_code"), Column.text("code"));
        for (CodeMapping mapping : tables.mappings(table, sender)) {
            rows.row(mapping.sender(), mapping.senderCode(), mapping.code());
        }
        rows.finish();
    }

    private static void require(String value, String argument) {
        if (value == null) {
            throw Problem.of(CliProblem.MISSING_ARGUMENT)
                    .with("argument", argument)
                    .with("command", "minsheng code map")
                    .asException();
        }
    }
}
