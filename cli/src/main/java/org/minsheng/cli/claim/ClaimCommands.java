package org.minsheng.cli.claim;

import org.minsheng.cli.command.Noun;

/** The commands of {@code minsheng claim}. */
public final class ClaimCommands {
    private ClaimCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of(
                "claim",
                new ClaimImport(),
                new ClaimSettle(),
                new ClaimTotalsCommand(),
                new ClaimList(),
                new ClaimShow(),
                new ClaimExplain(),
                new ClaimReprice(),
                new ClaimQuote());
    }
}
