package org.minsheng.cli.calendar;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.registry.CalendarDay;
import org.minsheng.registry.CalendarStore;
import org.minsheng.run.BusinessDates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng calendar show}: the holidays and adjusted workdays of a year. */
@Command(name = "show")
final class CalendarShow implements Verb {
    @Parameters(paramLabel = "YEAR", arity = "0..1")
    private Integer year;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Handle handle = invocation.database().handle();
        int shown = year != null
                ? year
                : invocation
                        .asOf()
                        .orElseGet(() -> new BusinessDates(handle).required())
                        .getYear();
        List<CalendarDay> days = new CalendarStore(handle).show(LocalDate.of(shown, 1, 1), LocalDate.of(shown, 12, 31));
        RowPrinter rows = invocation.rows(
                Column.date("day"),
                Column.text("weekday"),
                Column.text("kind"),
                Column.text("name"),
                Column.text("source"));
        for (CalendarDay day : days) {
            rows.row(
                    day.day(),
                    day.day().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ROOT),
                    day.kind().name().toLowerCase(Locale.ROOT),
                    day.name(),
                    day.source());
        }
        rows.finish();
        if (days.isEmpty()) {
            invocation.note("calendar.none", "year", shown);
        }
        return ExitStatus.OK;
    }
}
