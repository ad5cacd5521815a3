package org.minsheng.cli.claim;

import java.io.IOException;
import java.time.LocalDate;
import org.minsheng.claim.ClaimTotals;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.OneResult;
import org.minsheng.run.BusinessDates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code minsheng claim totals}: counts, the sum of every payer, and a digest of the settlements of a year. */
@Command(name = "totals")
final class ClaimTotalsCommand implements Verb {
    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        int wanted = year == null ? yearOfTheBusinessDate(invocation) : year;
        ClaimTotals totals = ClaimTotals.of(
                invocation.database().handle(), LocalDate.of(wanted, 1, 1), LocalDate.of(wanted, 12, 31));
        OneResult result = new OneResult();
        result.add(Column.number("year"), wanted);
        result.add(Column.count("claims"), totals.claims());
        result.add(Column.count("rows"), totals.rows());
        result.add(Column.count("open"), totals.open());
        result.add(Column.count("held_claims"), totals.held());
        totals.amounts().forEach((name, fen) -> result.add(Column.money(name), fen));
        result.add(Column.money("fund_pay_sumamt"), totals.funds());
        result.add(Column.money("psn_part_amt"), totals.patients());
        result.add(Column.text("sha256"), totals.sha256());
        invocation.one(result);
        return ExitStatus.OK;
    }

    private static int yearOfTheBusinessDate(Invocation invocation) {
        return invocation
                .asOf()
                .orElseGet(() -> new BusinessDates(invocation.database().handle()).required())
                .getYear();
    }
}
