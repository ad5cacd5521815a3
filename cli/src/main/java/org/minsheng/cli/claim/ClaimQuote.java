package org.minsheng.cli.claim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.minsheng.base.Problem;
import org.minsheng.claim.QuoteService;
import org.minsheng.claim.QuoteService.Quote;
import org.minsheng.cli.command.CliProblem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.OneResult;
import org.minsheng.policy.Payer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng claim quote FILE}: what a treatment would settle to now; writes nothing. */
@Command(name = "quote")
final class ClaimQuote implements Verb {
    @Parameters(paramLabel = "FILE")
    private String file;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Quote quote = new QuoteService(invocation.database().handle()).quote(read(invocation));
        OneResult result = new OneResult();
        result.add(Column.text("outcome"), quote.outcome());
        result.add(Column.money("medfee_sumamt"), quote.payers().billed());
        result.add(Column.money("fulamt_ownpay_amt"), quote.payers().own());
        result.add(Column.money("overlmt_selfpay"), quote.payers().overLimit());
        result.add(Column.money("preselfpay_amt"), quote.payers().selfFirst());
        result.add(Column.money("inscp_scp_amt"), quote.payers().inScope());
        result.add(Column.money("act_pay_dedc"), quote.payers().deductible());
        for (Payer payer : Payer.values()) {
            result.add(Column.money(payer.nationalName()), quote.payers().of(payer));
        }
        result.add(Column.money("fund_pay"), quote.payers().funds());
        result.add(Column.money("psn_part_amt"), quote.payers().patient());
        result.add(Column.text("pack"), quote.pack().id());
        result.add(Column.text("version"), quote.pack().version());
        result.add(Column.text("pack_status"), quote.pack().status());
        List<ExplainedStep> steps = StageText.of(invocation, quote.situation(), quote.steps());
        result.add(Column.list("steps", ExplainedStep.COLUMNS), ExplainedStep.rows(steps));
        invocation.one(result);
        return ExitStatus.OK;
    }

    private String read(Invocation invocation) throws IOException {
        if (file.equals("-")) {
            return new String(invocation.inBytes().readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw Problem.of(CliProblem.FILE_MISSING).with("file", file).asException(e);
        }
    }
}
