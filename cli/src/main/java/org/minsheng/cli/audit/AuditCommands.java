package org.minsheng.cli.audit;

import org.minsheng.cli.command.Noun;

/** The commands of {@code minsheng audit}. */
public final class AuditCommands {
    private AuditCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of("audit", new AuditList(), new AuditSeal(), new AuditVerify());
    }
}
