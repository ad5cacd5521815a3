package org.minsheng.registry;

import java.time.LocalDate;
import org.minsheng.base.BusinessCalendar.DayKind;

/**
 * An exception of the calendar: a public holiday, or a weekend day that is worked instead.
 *
 * @param day the date
 * @param kind what it is
 * @param name what for: 春节
 * @param source the notice that says so
 */
public record CalendarDay(LocalDate day, DayKind kind, String name, String source) {}
