package org.minsheng.policy;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The days over which a counter is summed, seen from the deciding date. Whole calendar months and years, future days
 * of them included: a late claim meets what was settled before it, whatever its date.
 *
 * @param kind which days
 * @param months for {@link Kind#MONTHS}: how many calendar months, the deciding date's own the last; else 0
 * @param since for {@link Kind#SINCE}: the first day; else null
 */
public record Window(Kind kind, int months, LocalDate since) {
    /** Longest window in months that a pack may name. */
    public static final int MONTHS_MAX = 600;

    /** This claim alone. */
    public static final Window CLAIM = new Window(Kind.CLAIM, 0, null);
    /** One day of care. */
    public static final Window DAY = new Window(Kind.DAY, 0, null);
    /** The calendar month. */
    public static final Window MONTH = new Window(Kind.MONTH, 0, null);
    /** The calendar year. */
    public static final Window YEAR = new Window(Kind.YEAR, 0, null);
    /** For ever. */
    public static final Window EVER = new Window(Kind.EVER, 0, null);

    /** Which days a window spans. */
    public enum Kind {
        CLAIM,
        DAY,
        MONTH,
        YEAR,
        MONTHS,
        SINCE,
        EVER
    }

    /** Whether it looks beyond the claim itself, so that counters are kept for it. */
    public boolean remembers() {
        return kind != Kind.CLAIM;
    }

    /** First day of the window around {@code date}, as an epoch day. */
    public long firstDay(LocalDate date) {
        return switch (kind) {
            case CLAIM, DAY -> date.toEpochDay();
            case MONTH -> date.toEpochDay() - date.getDayOfMonth() + 1;
            case YEAR -> date.toEpochDay() - date.getDayOfYear() + 1;
            case MONTHS ->
                YearMonth.from(date).minusMonths(months - 1L).atDay(1).toEpochDay();
            case SINCE -> since.toEpochDay();
            case EVER -> Long.MIN_VALUE;
        };
    }

    /** Last day of the window around {@code date}, as an epoch day. */
    public long lastDay(LocalDate date) {
        return switch (kind) {
            case CLAIM, DAY -> date.toEpochDay();
            case MONTH, MONTHS -> date.toEpochDay() - date.getDayOfMonth() + date.lengthOfMonth();
            case YEAR -> date.toEpochDay() - date.getDayOfYear() + date.lengthOfYear();
            case SINCE, EVER -> Long.MAX_VALUE;
        };
    }

    /** As a pack writes it: {@code year}, {@code 12 months}, {@code since 2020-01-01}. */
    public String text() {
        return switch (kind) {
            case CLAIM -> "claim";
            case DAY -> "day";
            case MONTH -> "month";
            case YEAR -> "year";
            case MONTHS -> months + " months";
            case SINCE -> "since " + since;
            case EVER -> "ever";
        };
    }
}
