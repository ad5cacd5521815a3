package org.minsheng.cli.status;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.run.BusinessDates;
import org.minsheng.run.Installation;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;
import picocli.CommandLine.Command;

/** {@code minsheng status}: the database, the business date, the last runs. */
@Command(name = "status")
public final class Status implements Verb {
    private static final int RUNS_SHOWN = 5;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Handle handle = invocation.database().handle();
        ConnectionSettings settings = invocation.database().settings();
        Optional<Installation> installation = Installation.find(handle);
        List<Object[]> runs = new ArrayList<>();
        for (Run run : new RunLedger(handle).list(null, RUNS_SHOWN)) {
            runs.add(new Object[] {run.id(), run.job(), run.state().label(), run.businessDate(), run.startedAt()});
        }
        invocation.one(
                List.of(
                        Column.text("database"),
                        Column.text("source"),
                        Column.text("installation"),
                        Column.text("installation_kind"),
                        Column.date("business_date"),
                        Column.list(
                                "runs",
                                Column.number("run"),
                                Column.text("job"),
                                Column.text("state"),
                                Column.date("business_date"),
                                Column.time("started_at"))),
                settings.label(),
                settings.source(),
                installation.map(Installation::name).orElse(null),
                installation.map(Installation::kind).orElse(null),
                new BusinessDates(handle).open().orElse(null),
                runs);
        return ExitStatus.OK;
    }
}
