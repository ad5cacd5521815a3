package org.minsheng.cli.id;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.minsheng.base.IdentifierKind;
import org.minsheng.base.Identifiers;
import org.minsheng.base.Identifiers.Inspection;
import org.minsheng.base.Masked;
import org.minsheng.base.Problem;
import org.minsheng.cli.command.CliProblem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng id check}: what each number is, its normal form, and what is wrong with it. */
@Command(name = "check")
final class IdCheck implements Verb {
    @Parameters(paramLabel = "NUMBER", arity = "0..*")
    private List<String> numbers;

    // The caller has the number already, so nothing is learned and nothing to audit.
    @Option(names = "--reveal")
    private boolean reveal;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        boolean fromInput = numbers == null || numbers.equals(List.of("-"));
        if (numbers == null && invocation.session().terminals().in()) {
            throw Problem.of(CliProblem.NOTHING_TO_READ).asException();
        }
        RowPrinter rows = invocation.rows(
                Column.number("line"),
                Column.text("number"),
                Column.text("kind"),
                Column.flag("valid"),
                Column.text("normal_form"),
                Column.text("code"),
                Column.text("reason"));
        Tally tally = fromInput ? checkLines(invocation, rows) : checkAll(invocation, rows);
        rows.finish();
        if (tally.invalid == 0) {
            return ExitStatus.OK;
        }
        invocation.report(Problem.of(CliProblem.INVALID_NUMBERS)
                .with("invalid", tally.invalid)
                .with("checked", tally.checked));
        return ExitStatus.FINDINGS;
    }

    private Tally checkAll(Invocation invocation, RowPrinter rows) throws IOException {
        Tally tally = new Tally();
        for (String number : numbers) {
            tally.count(check(invocation, rows, tally.checked + 1, number));
        }
        return tally;
    }

    private Tally checkLines(Invocation invocation, RowPrinter rows) throws IOException {
        Tally tally = new Tally();
        BufferedReader in = invocation.in();
        long lineNumber = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lineNumber++;
            if (!line.isBlank()) {
                tally.count(check(invocation, rows, lineNumber, line));
            }
        }
        return tally;
    }

    private boolean check(Invocation invocation, RowPrinter rows, long line, String number) throws IOException {
        Inspection inspection = Identifiers.inspect(number);
        Problem problem = inspection.problem().orElse(null);
        rows.row(
                line,
                shown(inspection.kind(), number.trim()),
                inspection.kind().name().toLowerCase(Locale.ROOT),
                inspection.valid(),
                inspection.valid() ? shown(inspection.kind(), inspection.normal()) : null,
                problem == null ? null : problem.code().code(),
                problem == null ? null : invocation.text(problem));
        return inspection.valid();
    }

    /** A credit code is public knowledge; anything else may be a person's number, mistyped or not. */
    private Object shown(IdentifierKind kind, String number) {
        return reveal || kind == IdentifierKind.CREDIT_CODE ? number : Masked.of(number);
    }

    private static final class Tally {
        private long checked;
        private long invalid;

        void count(boolean valid) {
            checked++;
            invalid += valid ? 0 : 1;
        }
    }
}
