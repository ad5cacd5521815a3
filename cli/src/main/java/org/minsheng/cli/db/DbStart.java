package org.minsheng.cli.db;

import org.minsheng.cli.command.EmbeddedStart;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import picocli.CommandLine.Command;

/** {@code minsheng db start}: starts the home's own PostgreSQL, made and migrated the first time. */
@Command(name = "start")
final class DbStart implements Verb {
    @Override
    public ExitStatus run(Invocation invocation) {
        new EmbeddedStart(invocation).run();
        return ExitStatus.OK;
    }
}
