package org.minsheng.cli.code;

import java.io.IOException;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.registry.CodeTable;
import org.minsheng.registry.CodeTables;
import picocli.CommandLine.Command;

/** {@code minsheng code list}: which code tables there are. */
@Command(name = "list")
final class CodeList implements Verb {
    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        RowPrinter rows = invocation.rows(
                Column.text("table"),
                Column.text("name"),
                Column.text("name_en"),
                Column.count("codes"),
                Column.count("mappings"),
                Column.text("versions"));
        for (CodeTable table : new CodeTables(invocation.database().handle()).list()) {
            rows.row(
                    table.name(),
                    table.chineseName(),
                    table.englishName(),
                    table.codes(),
                    table.mappings(),
                    String.join(" ", table.versions()));
        }
        rows.finish();
        return ExitStatus.OK;
    }
}
