package org.minsheng.cli.status;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.claim.ClaimBook;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Roles;
import org.minsheng.load.RejectFilter;
import org.minsheng.load.RejectStore;
import org.minsheng.run.BusinessDates;
import org.minsheng.run.Installation;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;
import picocli.CommandLine.Command;

/** {@code minsheng status}: the database, the business date, what waits, and the last runs. */
@Command(name = "status")
public final class Status implements Verb {
    private static final int RUNS_SHOWN = 5;

    private static final List<Column> COLUMNS = List.of(
            Column.text("database"),
            Column.text("source"),
            Column.text("installation"),
            Column.text("installation_kind"),
            Column.text("installation_id"),
            Column.date("business_date"),
            Column.count("open_rejects"),
            Column.count("held_claims"),
            Column.count("open_claims"),
            Column.list(
                    "runs",
                    Column.number("run"),
                    Column.text("job"),
                    Column.text("state"),
                    Column.date("business_date"),
                    Column.time("started_at"),
                    Column.time("ended_at")));

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Handle handle = invocation.database().handle();
        ConnectionSettings settings = invocation.database().settings();
        Optional<Installation> installation = Installation.find(handle);
        // What a login may not see is left out: the page is for everyone.
        boolean seesRuns = Roles.seesRuns(handle);
        Optional<ClaimBook.Waiting> waiting =
                seesRuns ? Optional.of(new ClaimBook(handle).waiting()) : Optional.empty();
        invocation.one(
                COLUMNS,
                settings.label(),
                settings.source(),
                installation.map(Installation::name).orElse(null),
                installation.map(Installation::kind).orElse(null),
                installation.map(Installation::id).orElse(null),
                new BusinessDates(handle).open().orElse(null),
                seesRuns ? new RejectStore(handle).count(RejectFilter.open(null, null, null)) : null,
                waiting.map(ClaimBook.Waiting::held).orElse(null),
                waiting.map(ClaimBook.Waiting::open).orElse(null),
                seesRuns ? lastRuns(handle) : null);
        return ExitStatus.OK;
    }

    private static List<Object[]> lastRuns(Handle handle) {
        List<Object[]> runs = new ArrayList<>();
        for (Run run : new RunLedger(handle).list(null, RUNS_SHOWN)) {
            runs.add(new Object[] {
                run.id(), run.job(), run.state().label(), run.businessDate(), run.startedAt(), run.endedAt()
            });
        }
        return runs;
    }
}
