package org.minsheng.cli.claim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.base.Problem;
import org.minsheng.claim.QuoteService;
import org.minsheng.claim.QuoteService.Quote;
import org.minsheng.cli.command.CliProblem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
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
        List<Column> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        add(columns, values, Column.text("outcome"), quote.outcome());
        add(columns, values, Column.money("medfee_sumamt"), quote.payers().billed());
        add(columns, values, Column.money("fulamt_ownpay_amt"), quote.payers().own());
        add(columns, values, Column.money("overlmt_selfpay"), quote.payers().overLimit());
        add(columns, values, Column.money("preselfpay_amt"), quote.payers().selfFirst());
        add(columns, values, Column.money("inscp_scp_amt"), quote.payers().inScope());
        add(columns, values, Column.money("act_pay_dedc"), quote.payers().deductible());
        for (Payer payer : Payer.values()) {
            add(
                    columns,
                    values,
                    Column.money(payer.nationalName()),
                    quote.payers().of(payer));
        }
        add(columns, values, Column.money("fund_pay"), quote.payers().funds());
        add(columns, values, Column.money("psn_part_amt"), quote.payers().patient());
        add(columns, values, Column.text("pack"), quote.pack().id());
        add(columns, values, Column.text("version"), quote.pack().version());
        add(columns, values, Column.text("pack_status"), quote.pack().status());
        List<ExplainedStep> steps = StageText.of(invocation, quote.situation(), quote.steps());
        add(columns, values, Column.list("steps", ExplainedStep.COLUMNS), ExplainedStep.rows(steps));
        invocation.one(columns, values.toArray());
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

    private static void add(List<Column> columns, List<Object> values, Column column, Object value) {
        columns.add(column);
        values.add(value);
    }
}
