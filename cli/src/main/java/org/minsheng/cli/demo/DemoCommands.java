package org.minsheng.cli.demo;

import org.minsheng.cli.command.Noun;

/** The commands of {@code minsheng demo}. */
public final class DemoCommands {
    private DemoCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of("demo", new DemoGenerate(), new DemoLoad(), new DemoShow(), new DemoReset());
    }
}
