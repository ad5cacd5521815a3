package org.minsheng.cli.claim;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.claim.ClaimTotals;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
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
        List<Column> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        add(columns, values, Column.number("year"), wanted);
        add(columns, values, Column.count("claims"), totals.claims());
        add(columns, values, Column.count("rows"), totals.rows());
        add(columns, values, Column.count("open"), totals.open());
        add(columns, values, Column.count("held_claims"), totals.held());
        totals.amounts().forEach((name, fen) -> add(columns, values, Column.money(name), fen));
        add(columns, values, Column.money("fund_pay_sumamt"), totals.funds());
        add(columns, values, Column.money("psn_part_amt"), totals.patients());
        add(columns, values, Column.text("sha256"), totals.sha256());
        invocation.one(columns, values.toArray());
        return ExitStatus.OK;
    }

    private static int yearOfTheBusinessDate(Invocation invocation) {
        return invocation
                .asOf()
                .orElseGet(() -> new BusinessDates(invocation.database().handle()).required())
                .getYear();
    }

    private static void add(List<Column> columns, List<Object> values, Column column, Object value) {
        columns.add(column);
        values.add(value);
    }
}
