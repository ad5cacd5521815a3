package org.minsheng.cli.claim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.base.Masked;
import org.minsheng.claim.ClaimBook;
import org.minsheng.claim.ClaimRecord;
import org.minsheng.claim.StoredSettlement;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.policy.Payer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng claim show ID}: a claim with its lines and its settlement. */
@Command(name = "show")
final class ClaimShow implements Verb {
    @Parameters(paramLabel = "CLAIM")
    private String claim;

    @Option(names = "--institution", paramLabel = "CODE")
    private String institution;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        ClaimBook book = new ClaimBook(invocation.database().handle());
        ClaimRecord shown = book.show(claim, institution);
        List<Column> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        add(columns, values, Column.text("claim_no"), shown.claimNo());
        add(columns, values, Column.text("institution_code"), shown.institutionCode());
        add(columns, values, Column.text("institution"), shown.institutionName());
        add(columns, values, Column.number("tier"), shown.tier());
        add(columns, values, Column.text("person"), Masked.name(shown.personName()));
        add(columns, values, Column.text("resident_id"), shown.residentId());
        add(columns, values, Column.text("scheme"), shown.scheme());
        add(columns, values, Column.text("treatment"), shown.treatment());
        add(columns, values, Column.date("started_on"), shown.startedOn());
        add(columns, values, Column.date("ended_on"), shown.endedOn());
        add(columns, values, Column.text("referral"), shown.referral());
        add(columns, values, Column.text("diagnosis"), shown.diagnosis());
        add(columns, values, Column.money("medfee_sumamt"), shown.billed());
        add(columns, values, Column.text("state"), shown.state());
        add(columns, values, Column.text("held_for"), shown.heldFor());
        add(columns, values, Column.text("reason"), shown.held() == null ? null : invocation.text(shown.held()));
        book.settlement(shown).ifPresent(settlement -> addSettlement(columns, values, settlement));
        add(columns, values, Column.list("lines", BillLines.COLUMNS), BillLines.rows(book.lines(shown)));
        invocation.one(columns, values.toArray());
        return ExitStatus.OK;
    }

    private static void addSettlement(List<Column> columns, List<Object> values, StoredSettlement settlement) {
        add(columns, values, Column.number("settled_in_run"), settlement.runId());
        add(columns, values, Column.money("fulamt_ownpay_amt"), settlement.own());
        add(columns, values, Column.money("overlmt_selfpay"), settlement.overLimit());
        add(columns, values, Column.money("preselfpay_amt"), settlement.selfFirst());
        add(columns, values, Column.money("inscp_scp_amt"), settlement.inScope());
        add(columns, values, Column.money("act_pay_dedc"), settlement.deductible());
        for (Payer payer : Payer.values()) {
            add(
                    columns,
                    values,
                    Column.money(payer.nationalName()),
                    settlement.payers().get(payer));
        }
        add(columns, values, Column.money("fund_pay"), settlement.funds());
        add(columns, values, Column.money("psn_part_amt"), settlement.patient());
    }

    private static void add(List<Column> columns, List<Object> values, Column column, Object value) {
        columns.add(column);
        values.add(value);
    }
}
