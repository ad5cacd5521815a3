package org.minsheng.cli.calendar;

import org.minsheng.cli.command.Noun;

/** The commands of {@code minsheng calendar}. */
public final class CalendarCommands {
    private CalendarCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of("calendar", new CalendarShow());
    }
}
