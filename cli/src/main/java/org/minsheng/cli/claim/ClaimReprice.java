package org.minsheng.cli.claim;

import java.io.IOException;
import org.minsheng.claim.RepriceService;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import picocli.CommandLine.Command;

/** {@code minsheng claim reprice}: prices open claims anew after the catalogue has changed. */
@Command(name = "reprice")
final class ClaimReprice implements Verb {
    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        RepriceService.Report report = new RepriceService(invocation.database(), invocation.progress()).reprice();
        invocation.note(
                "claim.reprice.done", "claims", report.claims(), "lines", report.lines(), "priced", report.priced());
        return report.priced() == report.claims() ? ExitStatus.OK : ExitStatus.FINDINGS;
    }
}
