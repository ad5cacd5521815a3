package org.minsheng.cli.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.run.RunEvent;
import org.minsheng.run.RunLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng run log}: what happened in a run, in order. */
@Command(name = "log")
final class RunLog implements Verb {
    @Parameters(paramLabel = "RUN")
    private long run;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        RunLedger ledger = new RunLedger(invocation.database().handle());
        ledger.show(run);
        RowPrinter rows = invocation.rows(
                Column.time("at"),
                Column.text("login"),
                Column.text("event"),
                Column.text("what"),
                Column.facts("facts"));
        for (RunEvent event : ledger.events(run)) {
            rows.row(event.at(), event.login(), event.code(), what(invocation, event), event.facts());
        }
        rows.finish();
        return ExitStatus.OK;
    }

    private static String what(Invocation invocation, RunEvent event) {
        Map<String, Object> facts = new LinkedHashMap<>(event.facts());
        if (event.code().equals(RunEvent.FAILED)) {
            facts.put("why", invocation.text((String) facts.get("problem"), event.facts()));
        }
        return invocation.text("event." + event.code(), facts);
    }
}
