package org.minsheng.cli.policy;

import java.io.IOException;
import org.minsheng.claim.PolicyShelf;
import org.minsheng.claim.ShelvedPack;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import picocli.CommandLine.Command;

/** {@code minsheng policy list}: the packs of the database. */
@Command(name = "list")
final class PolicyList implements Verb {
    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        RowPrinter rows = invocation.rows(PackRows.COLUMNS.toArray(new Column[0]));
        for (ShelvedPack pack : new PolicyShelf(invocation.database().handle()).list()) {
            rows.row(PackRows.values(pack));
        }
        rows.finish();
        return ExitStatus.OK;
    }
}
