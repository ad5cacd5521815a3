package org.minsheng.cli.policy;

import java.io.IOException;
import java.util.List;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.OutputFormat;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.PackDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng policy diff}: what changes from one version of a pack to another, rule by rule. */
@Command(name = "diff")
final class PolicyDiff implements Verb {
    @Parameters(index = "0", paramLabel = "OLD")
    private String before;

    @Parameters(index = "1", paramLabel = "NEW")
    private String after;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        CompiledPack old = PackText.read(invocation, before).compiled();
        CompiledPack young = PackText.read(invocation, after).compiled();
        List<PackDiff.Difference> differences = PackDiff.between(old.source(), young.source());
        if (invocation.format() == OutputFormat.TABLE) {
            invocation.out().write(new DifferenceText(invocation).page(differences));
        } else {
            print(invocation, differences);
        }
        if (differences.isEmpty()) {
            invocation.note("policy.diff.same");
        }
        return ExitStatus.OK;
    }

    private static void print(Invocation invocation, List<PackDiff.Difference> differences) throws IOException {
        RowPrinter rows = invocation.rows(
                Column.text("change"),
                Column.text("section"),
                Column.text("rule"),
                Column.text("trait"),
                Column.text("place"),
                Column.facts("when"),
                Column.text("before"),
                Column.text("after"));
        for (PackDiff.Difference difference : differences) {
            rows.row(
                    difference.kind().text(),
                    difference.section(),
                    difference.rule(),
                    difference.trait(),
                    difference.place(),
                    difference.when(),
                    difference.before(),
                    difference.after());
        }
        rows.finish();
    }
}
