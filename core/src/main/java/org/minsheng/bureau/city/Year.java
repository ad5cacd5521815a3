package org.minsheng.bureau.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;

/** The calendar year of the claims: its days as numbers since 1970-01-01, and how busy each of them is. */
final class Year {
    /** When in the year an illness is frequent. */
    enum Season {
        NONE,
        WINTER,
        SUMMER;

        /** How frequent in a month, 1 to 12; 100 on average. */
        int in(int month) {
            return switch (this) {
                case NONE -> EVEN_MONTHS[month - 1];
                case WINTER -> WINTER_MONTHS[month - 1];
                case SUMMER -> SUMMER_MONTHS[month - 1];
            };
        }
    }

    private static final int[] EVEN_MONTHS = {104, 92, 100, 100, 100, 98, 98, 98, 100, 100, 103, 107};
    private static final int[] WINTER_MONTHS = {170, 145, 110, 88, 72, 62, 60, 62, 76, 100, 128, 162};
    private static final int[] SUMMER_MONTHS = {62, 62, 76, 92, 115, 150, 172, 165, 130, 92, 70, 62};
    private static final int[] WEEKDAYS = {130, 118, 112, 108, 110, 70, 52};
    private static final int HOLIDAY_PER_CENT = 45;

    /** New Year's Day of the moon, where it is known. */
    private static final Map<Integer, LocalDate> SPRING_FESTIVAL = Map.of(
            2023, LocalDate.of(2023, 1, 22),
            2024, LocalDate.of(2024, 2, 10),
            2025, LocalDate.of(2025, 1, 29),
            2026, LocalDate.of(2026, 2, 17),
            2027, LocalDate.of(2027, 2, 6));

    private static final int DAYS_KEPT_BEFORE = 200;

    private final int year;
    private final int first;
    private final int length;
    private final int[] visits;
    private final int[] stays;
    private final String[] texts;

    Year(int year) {
        this.year = year;
        LocalDate newYear = LocalDate.of(year, 1, 1);
        this.first = (int) newYear.toEpochDay();
        this.length = newYear.lengthOfYear();
        this.visits = cumulative(60);
        this.stays = cumulative(20);
        this.texts = new String[DAYS_KEPT_BEFORE + length + DAYS_KEPT_BEFORE];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = LocalDate.ofEpochDay(first - DAYS_KEPT_BEFORE + i).toString();
        }
    }

    /** Sums of the days' weights; winter counts with so many per cent. */
    private int[] cumulative(int winterPerCent) {
        int[] sums = new int[length];
        int sum = 0;
        for (int i = 0; i < length; i++) {
            LocalDate date = LocalDate.ofEpochDay(first + i);
            int month = date.getMonthValue();
            int season = Season.WINTER.in(month) * winterPerCent + Season.NONE.in(month) * (100 - winterPerCent);
            int weight = WEEKDAYS[date.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()] * season / 1000;
            sum += isHoliday(date) ? weight * HOLIDAY_PER_CENT / 100 : weight;
            sums[i] = sum;
        }
        return sums;
    }

    private boolean isHoliday(LocalDate date) {
        LocalDate festival = SPRING_FESTIVAL.get(year);
        boolean spring =
                festival != null && !date.isBefore(festival.minusDays(1)) && date.isBefore(festival.plusDays(7));
        return spring
                || (date.getMonthValue() == 10 && date.getDayOfMonth() <= 7)
                || (date.getMonthValue() == 5 && date.getDayOfMonth() <= 4)
                || date.getDayOfYear() == 1;
    }

    /** A day of an outpatient visit: more in winter, fewer at weekends and holidays. */
    int visitDay(Dice dice) {
        return day(visits, dice);
    }

    /** A day on which a stay ends. */
    int dischargeDay(Dice dice) {
        return day(stays, dice);
    }

    private int day(int[] sums, Dice dice) {
        int place = Arrays.binarySearch(sums, dice.below(sums[sums.length - 1]) + 1);
        return first + (place < 0 ? -place - 1 : place);
    }

    /** The calendar year. */
    int number() {
        return year;
    }

    /** 1 January. */
    int firstDay() {
        return first;
    }

    /** 31 December. */
    int lastDay() {
        return first + length - 1;
    }

    /** 1 July, from which the second version of the catalogue is in force. */
    int secondHalf() {
        return (int) LocalDate.of(year, 7, 1).toEpochDay();
    }

    /** The first day of a month, 1 to 12. */
    int firstOf(int month) {
        return (int) LocalDate.of(year, month, 1).toEpochDay();
    }

    /** The month, 1 to 12, of a day of this year; 1 and 12 for days before and after it. */
    int monthOf(int day) {
        if (day < first) {
            return 1;
        }
        return day > lastDay() ? 12 : LocalDate.ofEpochDay(day).getMonthValue();
    }

    /** A day as text: 2025-03-18. */
    String text(int day) {
        int index = day - first + DAYS_KEPT_BEFORE;
        return index >= 0 && index < texts.length
                ? texts[index]
                : LocalDate.ofEpochDay(day).toString();
    }
}
