package org.minsheng.cli.reject;

import org.minsheng.cli.command.Noun;

/** The commands of {@code minsheng reject}. */
public final class RejectCommands {
    private RejectCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of("reject", new RejectList(), new RejectShow(), new RejectExportCommand(), new RejectClose());
    }
}
