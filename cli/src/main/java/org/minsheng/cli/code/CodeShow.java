package org.minsheng.cli.code;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.registry.Code;
import org.minsheng.registry.CodeTables;
import org.minsheng.registry.RegistryProblem;
import org.minsheng.run.BusinessDates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng code show}: the codes of a table on a date or of a version, or what a sender's code means. */
@Command(name = "show")
final class CodeShow implements Verb {
    @Parameters(index = "0", paramLabel = "TABLE")
    private String table;

    @Parameters(index = "1", paramLabel = "CODE", arity = "0..1")
    private String code;

    @Option(names = "--version", paramLabel = "VERSION")
    private String version;

    @Option(names = "--sender", paramLabel = "SENDER")
    private String sender;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Handle handle = invocation.database().handle();
        List<Code> codes = codes(invocation, handle, new CodeTables(handle));
        RowPrinter rows = invocation.rows(
                Column.text("code"),
                Column.text("name"),
                Column.text("name_en"),
                Column.text("version"),
                Column.date("valid_from"),
                Column.date("valid_to"),
                Column.text("source"));
        for (Code each : codes) {
            rows.row(
                    each.code(),
                    each.name(),
                    each.englishName(),
                    each.version(),
                    each.validFrom(),
                    each.validTo(),
                    each.source());
        }
        rows.finish();
        return ExitStatus.OK;
    }

    private List<Code> codes(Invocation invocation, Handle handle, CodeTables tables) {
        if (version != null) {
            List<Code> all = tables.version(table, version);
            return code == null
                    ? all
                    : List.of(all.stream()
                            .filter(each -> each.code().equals(code))
                            .findFirst()
                            .orElseThrow(this::unknown));
        }
        LocalDate day = invocation.asOf().orElseGet(() -> new BusinessDates(handle).required());
        if (code == null) {
            return tables.inForce(table, day);
        }
        return List.of(tables.resolve(table, sender, code, day).orElseThrow(this::unknown));
    }

    private RuntimeException unknown() {
        return Problem.of(RegistryProblem.CODE_UNKNOWN)
                .with("table", table)
                .with("code", code)
                .asException();
    }
}
