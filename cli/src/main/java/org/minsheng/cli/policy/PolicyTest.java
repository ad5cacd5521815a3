package org.minsheng.cli.policy;

import java.io.IOException;
import org.minsheng.base.Problem;
import org.minsheng.claim.engine.PackTest;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.PolicyProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng policy test}: runs a pack's worked examples through the settlement engine. */
@Command(name = "test")
final class PolicyTest implements Verb {
    @Parameters(paramLabel = "PACK")
    private String pack;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        PackText text = PackText.read(invocation, pack);
        CompiledPack compiled = text.compiled();
        PackTest.Report report = PackTest.run(compiled);
        RowPrinter rows = invocation.rows(
                Column.number("line"),
                Column.text("example"),
                Column.flag("passed"),
                Column.text("amount_of"),
                Column.text("expected"),
                Column.text("found"));
        for (PackTest.Result result : report.results()) {
            print(rows, result);
        }
        rows.finish();
        if (report.failed() == 0) {
            invocation.note(
                    "policy.test.passed",
                    "pack",
                    compiled.head().id(),
                    "checked",
                    report.results().size());
            return ExitStatus.OK;
        }
        invocation.report(Problem.of(PolicyProblem.EXAMPLES_FAILED)
                .with("file", text.name())
                .with("failed", report.failed())
                .with("checked", report.results().size()));
        return ExitStatus.FINDINGS;
    }

    /** One row an example that passed, one a difference of an example that failed. */
    private static void print(RowPrinter rows, PackTest.Result result) throws IOException {
        int line = result.example().line();
        String id = result.example().id();
        if (result.differences().isEmpty()) {
            rows.row(line, id, true, null, null, null);
        }
        for (PackTest.Difference difference : result.differences()) {
            rows.row(line, id, false, difference.what(), difference.expected(), difference.found());
        }
    }
}
