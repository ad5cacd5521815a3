package org.minsheng.cli.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.run.AuditAnchor;
import org.minsheng.run.AuditChain;
import org.minsheng.run.Installation;
import org.minsheng.run.RunProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code minsheng audit verify}: recomputes the chain, and compares it with an anchor kept elsewhere. */
@Command(name = "verify")
final class AuditVerify implements Verb {
    @Option(names = "--anchor", paramLabel = "FILE")
    private Path anchor;

    @Option(names = "--key", paramLabel = "FILE")
    private Path key;

    /** Where the signing key lies. */
    static Path keys(Invocation invocation) {
        return invocation.home().resolve("keys");
    }

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Handle handle = invocation.database().handle();
        AuditChain chain = new AuditChain(handle);
        AuditChain.Verdict verdict = chain.verify();
        boolean agrees = anchor == null || agreesWithAnchor(invocation, handle, chain);
        boolean intact = verdict.firstBroken().isEmpty() && agrees;
        invocation.one(
                List.of(
                        Column.flag("intact"),
                        Column.count("sealed"),
                        Column.count("unsealed"),
                        Column.number("first_broken"),
                        Column.flag("anchored")),
                intact,
                verdict.sealed(),
                verdict.unsealed(),
                verdict.firstBroken().orElse(null),
                anchor != null);
        if (!intact) {
            invocation.report(Problem.of(RunProblem.AUDIT_BROKEN));
            return ExitStatus.FAILED;
        }
        if (anchor == null) {
            invocation.remind("audit.without-anchor");
        }
        return ExitStatus.OK;
    }

    private boolean agreesWithAnchor(Invocation invocation, Handle handle, AuditChain chain) {
        Path publicKey = key == null ? AuditAnchor.publicKey(keys(invocation)) : key;
        return AuditAnchor.read(anchor, publicKey)
                .agreesWith(Installation.required(handle).id(), chain);
    }
}
