package org.minsheng.cli.id;

import org.minsheng.cli.command.Noun;

/** The commands of {@code minsheng id}. */
public final class IdCommands {
    private IdCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of("id", new IdCheck());
    }
}
