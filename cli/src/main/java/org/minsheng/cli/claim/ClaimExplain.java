package org.minsheng.cli.claim;

import java.io.IOException;
import java.util.List;
import org.minsheng.base.Masked;
import org.minsheng.claim.ClaimExplanation;
import org.minsheng.claim.ClaimRecord;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.OneResult;
import org.minsheng.cli.render.OutputFormat;
import org.minsheng.cli.render.RowPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng claim explain ID}: where the money of one claim went, step by step and line by line. */
@Command(name = "explain")
final class ClaimExplain implements Verb {
    @Parameters(paramLabel = "CLAIM")
    private String claim;

    @Option(names = "--institution", paramLabel = "CODE")
    private String institution;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        ClaimExplanation explanation = ClaimExplanation.of(invocation.database().handle(), claim, institution);
        ExplanationText text = new ExplanationText(explanation, invocation);
        OutputFormat format = invocation.format();
        if (format == OutputFormat.TABLE) {
            invocation.out().write(text.page());
            print(invocation.rows(BillLines.COLUMNS), BillLines.rows(explanation.lines()));
        } else if (format == OutputFormat.TSV || format == OutputFormat.CSV) {
            print(invocation.rows(ExplainedStep.COLUMNS), ExplainedStep.rows(text.steps()));
        } else {
            one(invocation, explanation, text.steps());
        }
        return ExitStatus.OK;
    }

    private static void print(RowPrinter printer, List<Object[]> rows) throws IOException {
        for (Object[] row : rows) {
            printer.row(row);
        }
        printer.finish();
    }

    private static void one(Invocation invocation, ClaimExplanation explanation, List<ExplainedStep> steps)
            throws IOException {
        ClaimRecord claim = explanation.claim();
        OneResult result = new OneResult();
        result.add(Column.text("claim_no"), claim.claimNo());
        result.add(Column.text("institution_code"), claim.institutionCode());
        result.add(Column.text("institution"), claim.institutionName());
        result.add(Column.number("tier"), explanation.settlement().tier());
        result.add(Column.text("person"), Masked.name(claim.personName()));
        result.add(Column.text("resident_id"), claim.residentId());
        result.add(Column.text("treatment"), claim.treatment());
        result.add(Column.date("ended_on"), claim.endedOn());
        result.add(Column.text("outcome"), explanation.settlement().outcome());
        result.add(Column.text("pack"), explanation.pack().id());
        result.add(Column.text("version"), explanation.pack().version());
        result.add(Column.text("pack_status"), explanation.pack().status());
        result.add(Column.date("decided_on"), explanation.settlement().decidedOn());
        result.add(Column.number("settled_in_run"), explanation.settlement().runId());
        result.add(Column.list("steps", ExplainedStep.COLUMNS), ExplainedStep.rows(steps));
        result.add(Column.list("lines", BillLines.COLUMNS), BillLines.rows(explanation.lines()));
        invocation.one(result);
    }
}
