package org.minsheng.cli.run;

import org.minsheng.cli.command.Noun;

/** The commands of {@code minsheng run}. */
public final class RunCommands {
    private RunCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of("run", new RunList(), new RunShow(), new RunLog(), new RunCancel());
    }
}
