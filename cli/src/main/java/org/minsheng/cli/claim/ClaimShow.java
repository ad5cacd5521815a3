package org.minsheng.cli.claim;

import java.io.IOException;
import org.minsheng.base.Masked;
import org.minsheng.claim.ClaimBook;
import org.minsheng.claim.ClaimRecord;
import org.minsheng.claim.StoredSettlement;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.OneResult;
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
        OneResult result = new OneResult();
        result.add(Column.text("claim_no"), shown.claimNo());
        result.add(Column.text("institution_code"), shown.institutionCode());
        result.add(Column.text("institution"), shown.institutionName());
        result.add(Column.number("tier"), shown.tier());
        result.add(Column.text("person"), Masked.name(shown.personName()));
        result.add(Column.text("resident_id"), shown.residentId());
        result.add(Column.text("scheme"), shown.scheme());
        result.add(Column.text("treatment"), shown.treatment());
        result.add(Column.date("started_on"), shown.startedOn());
        result.add(Column.date("ended_on"), shown.endedOn());
        result.add(Column.text("referral"), shown.referral());
        result.add(Column.text("diagnosis"), shown.diagnosis());
        result.add(Column.money("medfee_sumamt"), shown.billed());
        result.add(Column.text("state"), shown.state());
        result.add(Column.text("held_for"), shown.heldFor());
        result.add(Column.text("reason"), shown.held() == null ? null : invocation.text(shown.held()));
        book.settlement(shown).ifPresent(settlement -> addSettlement(result, settlement));
        result.add(Column.list("lines", BillLines.COLUMNS), BillLines.rows(book.lines(shown)));
        invocation.one(result);
        return ExitStatus.OK;
    }

    private static void addSettlement(OneResult result, StoredSettlement settlement) {
        result.add(Column.number("settled_in_run"), settlement.runId());
        result.add(Column.money("fulamt_ownpay_amt"), settlement.own());
        result.add(Column.money("overlmt_selfpay"), settlement.overLimit());
        result.add(Column.money("preselfpay_amt"), settlement.selfFirst());
        result.add(Column.money("inscp_scp_amt"), settlement.inScope());
        result.add(Column.money("act_pay_dedc"), settlement.deductible());
        for (Payer payer : Payer.values()) {
            result.add(Column.money(payer.nationalName()), settlement.payers().get(payer));
        }
        result.add(Column.money("fund_pay"), settlement.funds());
        result.add(Column.money("psn_part_amt"), settlement.patient());
    }
}
