package org.minsheng.cli.config;

import org.minsheng.cli.command.Noun;

/** The commands of {@code minsheng config}. */
public final class ConfigCommands {
    private ConfigCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of("config", new ConfigShow());
    }
}
