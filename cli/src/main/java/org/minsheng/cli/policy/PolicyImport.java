package org.minsheng.cli.policy;

import java.io.IOException;
import org.minsheng.claim.PolicyShelf;
import org.minsheng.claim.ShelvedPack;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng policy import}: keeps a pack in the database as a draft. */
@Command(name = "import")
final class PolicyImport implements Verb {
    @Parameters(paramLabel = "PACK")
    private String pack;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        PackText text = PackText.read(invocation, pack);
        text.compiled();
        ShelvedPack shelved = new PolicyShelf(invocation.database().handle()).importPack(text.text());
        invocation.one(PackRows.COLUMNS, PackRows.values(shelved));
        return ExitStatus.OK;
    }
}
