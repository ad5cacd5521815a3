package org.minsheng.cli.policy;

import java.io.IOException;
import org.minsheng.claim.PolicyShelf;
import org.minsheng.claim.ShelvedPack;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng policy activate}: lets a pack decide the claims of its dates. */
@Command(name = "activate")
final class PolicyActivate implements Verb {
    @Parameters(index = "0", paramLabel = "ID")
    private String id;

    @Parameters(index = "1", paramLabel = "VERSION")
    private String version;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        PolicyShelf shelf = new PolicyShelf(invocation.database().handle());
        ShelvedPack draft = shelf.required(id, version);
        invocation.confirm(
                "policy.activate.question",
                "pack",
                draft.id(),
                "version",
                draft.version(),
                "status",
                invocation.text("policy.status." + draft.status()),
                "schemes",
                String.join(" ", draft.schemes()),
                "from",
                draft.validFrom(),
                "to",
                draft.validTo());
        ShelvedPack pack = shelf.activate(id, version);
        invocation.one(PackRows.COLUMNS, PackRows.values(pack));
        return ExitStatus.OK;
    }
}
