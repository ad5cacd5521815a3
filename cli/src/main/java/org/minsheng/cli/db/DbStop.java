package org.minsheng.cli.db;

import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.db.EmbeddedPostgres;
import picocli.CommandLine.Command;

/** {@code minsheng db stop}: stops the home's own PostgreSQL; what had not committed is rolled back. */
@Command(name = "stop")
final class DbStop implements Verb {
    @Override
    public ExitStatus run(Invocation invocation) {
        EmbeddedPostgres embedded = new EmbeddedPostgres(invocation.home());
        boolean running = embedded.pid().isPresent();
        embedded.stop();
        invocation.note(running ? "db.stop.done" : "db.stop.nothing", "home", invocation.home());
        return ExitStatus.OK;
    }
}
