package org.minsheng.cli.calendar;

import org.minsheng.cli.command.Noun;
import org.minsheng.cli.load.ImportCommand;
import org.minsheng.registry.CalendarFile;

/** The commands of {@code minsheng calendar}. */
public final class CalendarCommands {
    private CalendarCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of("calendar", new CalendarShow(), new ImportCommand(CalendarFile.KIND));
    }
}
