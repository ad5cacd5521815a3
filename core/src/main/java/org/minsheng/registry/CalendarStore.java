package org.minsheng.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.BusinessCalendar;
import org.minsheng.base.BusinessCalendar.DayKind;

/** The stored holidays and adjusted workdays (节假日与调休). */
public final class CalendarStore {
    private final Handle handle;

    public CalendarStore(Handle handle) {
        this.handle = handle;
    }

    /** The listed days from the first to the last, both counted, in order. */
    public List<CalendarDay> show(LocalDate first, LocalDate last) {
        return handle.createQuery("""
                        SELECT day, kind, name, source FROM registry.calendar_day
                        WHERE day BETWEEN :first AND :last ORDER BY day""")
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> new CalendarDay(
                        row.getObject("day", LocalDate.class),
                        DayKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("name"),
                        row.getString("source")))
                .list();
    }

    /** The calendar with every listed day. */
    public BusinessCalendar calendar() {
        Map<LocalDate, DayKind> exceptions = new HashMap<>();
        handle.createQuery("SELECT day, kind FROM registry.calendar_day")
                .map((row, context) -> Map.entry(
                        row.getObject("day", LocalDate.class),
                        DayKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))))
                .forEach(entry -> exceptions.put(entry.getKey(), entry.getValue()));
        return BusinessCalendar.of(exceptions);
    }
}
