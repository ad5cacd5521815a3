package org.minsheng.cli.person;

import org.minsheng.cli.command.Noun;
import org.minsheng.cli.load.ImportCommand;
import org.minsheng.registry.PersonFile;

/** The commands of {@code minsheng person}. */
public final class PersonCommands {
    private PersonCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of(
                "person",
                new PersonFind(),
                new PersonShow(),
                new PersonMergeCommand(),
                new ImportCommand(PersonFile.KIND));
    }
}
