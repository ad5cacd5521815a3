package org.minsheng.cli.claim;

import java.io.IOException;
import java.util.List;
import org.minsheng.base.Problem;
import org.minsheng.claim.ClaimProblem;
import org.minsheng.claim.RepriceService;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import picocli.CommandLine.Command;

/** {@code minsheng claim reprice}: prices open claims anew after the catalogue has changed. */
@Command(name = "reprice")
final class ClaimReprice implements Verb {
    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        RepriceService.Report report = new RepriceService(invocation.database(), invocation.progress()).reprice();
        invocation.note(
                "claim.reprice.done", "claims", report.claims(), "lines", report.lines(), "priced", report.priced());
        if (invocation.formatWanted()) {
            invocation.one(
                    List.of(Column.number("claims"), Column.number("lines"), Column.number("priced")),
                    report.claims(),
                    report.lines(),
                    report.priced());
            invocation.out().flush();
        }
        if (report.priced() == report.claims()) {
            return ExitStatus.OK;
        }
        invocation.report(Problem.of(ClaimProblem.REPRICE_UNPRICED)
                .with("unpriced", report.claims() - report.priced())
                .with("claims", report.claims()));
        return ExitStatus.FINDINGS;
    }
}
