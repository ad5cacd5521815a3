package org.minsheng.cli.audit;

import java.io.IOException;
import java.nio.file.Files;
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

/** {@code minsheng audit seal}: chains the entries that have ended, and signs the end of the chain into a file. */
@Command(name = "seal")
final class AuditSeal implements Verb {
    @Option(names = "--anchor", paramLabel = "FILE")
    private Path anchor;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Handle handle = invocation.database().handle();
        String installation = Installation.required(handle).id();
        AuditChain chain = new AuditChain(handle);
        // A home may serve several databases, by profiles.
        Path file = anchor == null ? invocation.home().resolve("audit-anchor-" + installation + ".json") : anchor;
        Path keys = AuditVerify.keys(invocation);
        // Whoever has cut the chain must not have that signed.
        if (Files.exists(file)
                && !AuditAnchor.read(file, AuditAnchor.publicKey(keys)).agreesWith(installation, chain)) {
            throw Problem.of(RunProblem.AUDIT_BROKEN).asException();
        }
        AuditChain.Head head = chain.seal();
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        new AuditAnchor(installation, head, invocation.clock().instant()).write(file, keys);
        if (invocation.resultWanted()) {
            invocation.one(
                    List.of(Column.count("sealed"), Column.text("hash"), Column.text("anchor")),
                    head.position(),
                    head.hash(),
                    file);
        }
        return ExitStatus.OK;
    }
}
