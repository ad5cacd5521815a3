package org.minsheng.cli.code;

import org.minsheng.cli.command.Noun;

/** The commands of {@code minsheng code}. */
public final class CodeCommands {
    private CodeCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of("code", new CodeList(), new CodeShow(), new CodeImport(), new CodeMap());
    }
}
