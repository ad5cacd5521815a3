package org.minsheng.cli.claim;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Money;
import org.minsheng.base.Problem;
import org.minsheng.claim.ClaimBook;
import org.minsheng.claim.ClaimProblem;
import org.minsheng.claim.SettleReport;
import org.minsheng.claim.SettleService;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.run.BusinessDates;
import org.minsheng.run.RunLedger;
import picocli.CommandLine.Command;

/** {@code minsheng claim settle --as-of DATE}: settles the open claims whose treatment ended by then. */
@Command(name = "settle")
final class ClaimSettle implements Verb {
    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Handle handle = invocation.database().handle();
        LocalDate asOf = invocation.asOf().orElseGet(() -> new BusinessDates(handle).required());
        return tell(invocation, asOf, service(invocation).settle(asOf));
    }

    /** {@code minsheng run resume RUN}: goes on with the date that was pinned. */
    static ExitStatus resume(Invocation invocation, long runId) throws IOException {
        LocalDate asOf =
                new RunLedger(invocation.database().handle()).show(runId).businessDate();
        return tell(invocation, asOf, service(invocation).resume(runId));
    }

    private static SettleService service(Invocation invocation) {
        return new SettleService(invocation.database(), invocation.progress(), invocation.session()::stopRequested);
    }

    private static ExitStatus tell(Invocation invocation, LocalDate asOf, SettleReport report) throws IOException {
        if (report.resumed()) {
            invocation.note("claim.settle.resumed", "run", report.runId());
        }
        invocation.note(
                "claim.settle.done",
                "run",
                report.runId(),
                "date",
                asOf,
                "settled",
                report.settled(),
                "not_covered",
                report.notCovered(),
                "held",
                report.held());
        invocation.note(
                "claim.settle.sum",
                "billed",
                Money.yuan(report.billed()),
                "funds",
                Money.yuan(report.funds()),
                "patients",
                Money.yuan(report.patients()),
                "hospitals",
                Money.yuan(report.hospitals()));
        if (invocation.formatWanted()) {
            print(invocation, asOf, report);
        }
        if (report.stopped()) {
            invocation.report(Problem.of(ClaimProblem.SETTLE_STOPPED)
                    .with("run", report.runId())
                    .with("date", asOf)
                    .with("settled", report.settled()));
            return ExitStatus.STOPPED;
        }
        if (report.settled() + report.notCovered() + report.held() == 0) {
            noteWhatWaits(invocation, asOf);
        }
        if (report.held() == 0) {
            return ExitStatus.OK;
        }
        invocation.report(Problem.of(ClaimProblem.SETTLE_SOME_HELD)
                .with("held", report.held())
                .with("run", report.runId()));
        return ExitStatus.FINDINGS;
    }

    private static void print(Invocation invocation, LocalDate asOf, SettleReport report) throws IOException {
        invocation.one(
                List.of(
                        Column.number("run"),
                        Column.date("as_of"),
                        Column.flag("resumed"),
                        Column.flag("stopped"),
                        Column.number("settled"),
                        Column.number("not_covered"),
                        Column.number("held"),
                        Column.money("medfee_sumamt"),
                        Column.money("fund_pay_sumamt"),
                        Column.money("psn_part_amt"),
                        Column.money("hosp_part_amt")),
                report.runId(),
                asOf,
                report.resumed(),
                report.stopped(),
                report.settled(),
                report.notCovered(),
                report.held(),
                report.billed(),
                report.funds(),
                report.patients(),
                report.hospitals());
        invocation.out().flush();
    }

    /** Somebody who imported a night and sees nothing settled wants to know why. */
    private static void noteWhatWaits(Invocation invocation, LocalDate asOf) {
        long later = new ClaimBook(invocation.database().handle()).endedAfter(asOf);
        if (later > 0) {
            invocation.note("claim.settle.later", "claims", later, "date", asOf);
        }
    }
}
