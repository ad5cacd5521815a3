package org.minsheng.cli.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.base.Problem;
import org.minsheng.claim.engine.PackTest;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.PackLint;
import org.minsheng.policy.PolicyProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng policy lint}: what is legal in a pack and wrong all the same. */
@Command(name = "lint")
final class PolicyLint implements Verb {
    @Parameters(paramLabel = "PACK")
    private String pack;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        PackText text = PackText.read(invocation, pack);
        CompiledPack compiled = text.compiled();
        List<Problem> findings = new ArrayList<>(PackLint.findings(compiled));
        if (!compiled.source().examples().isEmpty()) {
            findings.addAll(PackTest.stagesWithoutExample(compiled));
        }
        RowPrinter rows =
                invocation.rows(Column.number("line"), Column.text("path"), Column.text("code"), Column.text("reason"));
        for (Problem finding : findings) {
            rows.row(
                    finding.facts().get("line"),
                    finding.facts().get("path"),
                    finding.code().code(),
                    invocation.text(finding));
        }
        rows.finish();
        if (findings.isEmpty()) {
            invocation.note("policy.lint.clean", "pack", compiled.head().id(), "cases", compiled.cases());
            return ExitStatus.OK;
        }
        invocation.report(
                Problem.of(PolicyProblem.LINT_FOUND).with("file", text.name()).with("findings", findings.size()));
        return ExitStatus.FINDINGS;
    }
}
