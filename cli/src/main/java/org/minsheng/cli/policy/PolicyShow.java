package org.minsheng.cli.policy;

import java.io.IOException;
import org.minsheng.claim.PolicyShelf;
import org.minsheng.claim.ShelvedPack;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng policy show}: one pack of the database, or its very text. */
@Command(name = "show")
final class PolicyShow implements Verb {
    @Parameters(index = "0", paramLabel = "ID")
    private String id;

    @Parameters(index = "1", paramLabel = "VERSION")
    private String version;

    @Option(names = "--text")
    private boolean text;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        PolicyShelf shelf = new PolicyShelf(invocation.database().handle());
        ShelvedPack pack = shelf.required(id, version);
        if (text) {
            invocation.out().write(shelf.text(pack));
        } else {
            invocation.one(PackRows.COLUMNS, PackRows.values(pack));
        }
        return ExitStatus.OK;
    }
}
