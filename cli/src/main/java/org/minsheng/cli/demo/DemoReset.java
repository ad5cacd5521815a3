package org.minsheng.cli.demo;

import java.io.IOException;
import org.minsheng.bureau.Demonstration;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import picocli.CommandLine.Command;

/** {@code minsheng demo reset}: empties a demonstration installation for another city. */
@Command(name = "reset")
final class DemoReset implements Verb {
    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Demonstration demonstration = new Demonstration(invocation.database().handle());
        Demonstration.Overview overview = demonstration.overview();
        String name = overview.installation().name();
        invocation.confirm(
                "demo.reset.question",
                "name",
                name,
                "persons",
                overview.persons(),
                "claims",
                overview.claims().claims());
        demonstration.reset(invocation.migrator());
        invocation.note("demo.reset.done", "name", name);
        return ExitStatus.OK;
    }
}
