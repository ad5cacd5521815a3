package org.minsheng.cli.claim;

import java.util.Map;
import org.minsheng.claim.SettleService;
import org.minsheng.cli.command.Noun;
import org.minsheng.cli.command.Resumption;

/** The commands of {@code minsheng claim}. */
public final class ClaimCommands {
    private ClaimCommands() {}

    /** How the batches of claims go on with an interrupted run, by their job in the run ledger. */
    public static Map<String, Resumption> resumptions() {
        return Map.of(SettleService.JOB, ClaimSettle::resume);
    }

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
