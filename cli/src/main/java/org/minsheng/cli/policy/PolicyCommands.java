package org.minsheng.cli.policy;

import org.minsheng.cli.command.Noun;

/** The commands of {@code minsheng policy}. */
public final class PolicyCommands {
    private PolicyCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of(
                "policy",
                new PolicyLint(),
                new PolicyDiff(),
                new PolicyTest(),
                new PolicyImport(),
                new PolicyShow(),
                new PolicyList(),
                new PolicyActivate());
    }
}
