package org.minsheng.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minsheng.base.BusinessCalendar.DayKind;

class BusinessCalendarTest {
    /** Labour Day 2025: Thursday to Monday off, the Sunday before is worked. */
    private static final BusinessCalendar LABOUR_DAY = BusinessCalendar.of(Map.of(
            LocalDate.of(2025, 4, 27), DayKind.WORKDAY,
            LocalDate.of(2025, 5, 1), DayKind.HOLIDAY,
            LocalDate.of(2025, 5, 2), DayKind.HOLIDAY,
            LocalDate.of(2025, 5, 3), DayKind.HOLIDAY,
            LocalDate.of(2025, 5, 4), DayKind.HOLIDAY,
            LocalDate.of(2025, 5, 5), DayKind.HOLIDAY));

    @Test
    void worksFromMondayToFriday() {
        assertThat(BusinessCalendar.WEEKDAYS.isWorkday(LocalDate.of(2025, 5, 2)))
                .isTrue();
        assertThat(BusinessCalendar.WEEKDAYS.isWorkday(LocalDate.of(2025, 5, 3)))
                .isFalse();
        assertThat(BusinessCalendar.WEEKDAYS.isWorkday(LocalDate.of(2025, 5, 4)))
                .isFalse();
    }

    @Test
    void anExceptionBeatsTheWeekday() {
        assertThat(LABOUR_DAY.isWorkday(LocalDate.of(2025, 4, 27))).isTrue();
        assertThat(LABOUR_DAY.isWorkday(LocalDate.of(2025, 5, 1))).isFalse();
    }

    @Test
    void findsTheFirstWorkdayAfterAHoliday() {
        assertThat(LABOUR_DAY.workdayOnOrAfter(LocalDate.of(2025, 5, 1))).isEqualTo("2025-05-06");
        assertThat(LABOUR_DAY.workdayOnOrAfter(LocalDate.of(2025, 4, 30))).isEqualTo("2025-04-30");
    }

    @Test
    void aTermOfWorkdaysLeavesOutItsFirstDayAndTheDaysOff() {
        assertThat(LABOUR_DAY.plusWorkdays(LocalDate.of(2025, 4, 25), 5)).isEqualTo("2025-05-06");
        assertThat(LABOUR_DAY.plusWorkdays(LocalDate.of(2025, 5, 1), 0)).isEqualTo("2025-05-01");
        assertThatThrownBy(() -> LABOUR_DAY.plusWorkdays(LocalDate.of(2025, 5, 1), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsWorkdaysBothEndsIncluded() {
        assertThat(LABOUR_DAY.workdaysBetween(LocalDate.of(2025, 4, 27), LocalDate.of(2025, 5, 6)))
                .isEqualTo(5);
        assertThat(LABOUR_DAY.workdaysBetween(LocalDate.of(2025, 5, 6), LocalDate.of(2025, 5, 5)))
                .isZero();
    }

    @Test
    void saysWhichYearsItKnows() {
        assertThat(LABOUR_DAY.covers(2025)).isTrue();
        assertThat(LABOUR_DAY.covers(2024)).isFalse();
        assertThat(LABOUR_DAY.covers(2026)).isFalse();
    }
}
