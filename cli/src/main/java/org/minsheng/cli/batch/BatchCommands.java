package org.minsheng.cli.batch;

import org.minsheng.cli.command.Noun;

/** The commands of {@code minsheng batch}. */
public final class BatchCommands {
    private BatchCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of("batch", Noun.of("date", new DateShow(), new DateAdvance()));
    }
}
