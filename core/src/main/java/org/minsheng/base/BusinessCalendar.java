package org.minsheng.base;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which days are worked (工作日): Monday to Friday, save the public holidays, and the weekend days that are worked
 * instead (调休). Only exceptions are listed; it is as good as the notices that were imported, see {@link #covers}.
 */
public final class BusinessCalendar {
    /** A calendar without exceptions: every Monday to Friday is worked. */
    public static final BusinessCalendar WEEKDAYS = new BusinessCalendar(Map.of());

    /** What a listed day is. */
    public enum DayKind {
        /** A day off (放假). */
        HOLIDAY,
        /** A day that is worked, though it may lie on a weekend (调休上班). */
        WORKDAY
    }

    private final TreeMap<LocalDate, DayKind> exceptions;

    private BusinessCalendar(Map<LocalDate, DayKind> exceptions) {
        this.exceptions = new TreeMap<>(exceptions);
    }

    /** The calendar with these exceptions. */
    public static BusinessCalendar of(Map<LocalDate, DayKind> exceptions) {
        return new BusinessCalendar(exceptions);
    }

    /** Whether the day is worked. */
    public boolean isWorkday(LocalDate day) {
        DayKind listed = exceptions.get(day);
        if (listed != null) {
            return listed == DayKind.WORKDAY;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The day itself when it is worked, else the next one that is. */
    public LocalDate workdayOnOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkday(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /**
     * The workday so many workdays after a day, the day itself not counted: a term of working days (工作日期限).
     *
     * @param workdays 0 or more; 0 gives the day itself, worked or not
     */
    public LocalDate plusWorkdays(LocalDate day, int workdays) {
        if (workdays < 0) {
            throw new IllegalArgumentException("workdays must not be negative: " + workdays);
        }
        LocalDate reached = day;
        for (int counted = 0; counted < workdays; counted++) {
            reached = workdayOnOrAfter(reached.plusDays(1));
        }
        return reached;
    }

    /** How many days are worked from the first day to the last, both counted; 0 when the last is before the first. */
    public int workdaysBetween(LocalDate first, LocalDate last) {
        int workdays = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkday(day)) {
                workdays++;
            }
        }
        return workdays;
    }

    /** Whether any exception of the year is listed; without one nobody has imported the year's notice. */
    public boolean covers(int year) {
        LocalDate listed = exceptions.ceilingKey(LocalDate.of(year, 1, 1));
        return listed != null && listed.getYear() == year;
    }
}
