package org.minsheng.cli.claim;

import java.io.IOException;
import org.minsheng.claim.ClaimExplanation;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.OutputFormat;
import org.minsheng.cli.render.RowPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng claim explain ID}: where the money of one claim went, step by step. */
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
        if (invocation.format() == OutputFormat.TABLE) {
            invocation.out().write(text.heading());
        }
        RowPrinter rows = invocation.rows(
                Column.text("step"), Column.money("amount"), Column.text("note"), Column.text("article"));
        for (ExplanationText.Row row : text.rows()) {
            rows.row(row.step(), row.amount(), row.note(), row.article());
        }
        rows.finish();
        return ExitStatus.OK;
    }
}
