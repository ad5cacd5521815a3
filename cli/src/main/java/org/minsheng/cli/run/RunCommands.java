package org.minsheng.cli.run;

import java.util.Map;
import org.minsheng.cli.command.Noun;
import org.minsheng.cli.command.Resumption;

/** The commands of {@code minsheng run}. */
public final class RunCommands {
    private RunCommands() {}

    /**
     * The noun with its verbs.
     *
     * @param batches how each batch goes on with its interrupted run, by its job in the run ledger
     */
    public static Noun noun(Map<String, Resumption> batches) {
        return Noun.of(
                "run",
                new RunList(),
                new RunShow(),
                new RunLog(),
                new RunResume(batches),
                new RunCancel(),
                new RunUndo());
    }
}
