package org.minsheng.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.base.BusinessCalendar;
import org.minsheng.base.BusinessCalendar.DayKind;
import org.minsheng.db.TestDatabase;

@Tag("database")
class CalendarStoreTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final CalendarStore store = new CalendarStore(database.handle());

    @Test
    void shipsTheNoticesOfTwoYears() {
        BusinessCalendar calendar = store.calendar();

        assertThat(calendar.covers(2025)).isTrue();
        assertThat(calendar.covers(2026)).isTrue();
        assertThat(calendar.covers(2027)).isFalse();
        // 365 days, 104 of them weekends; 28 days off of which 10 on weekends, 5 weekend days worked
        assertThat(calendar.workdaysBetween(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))
                .isEqualTo(248);
        assertThat(calendar.isWorkday(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(calendar.isWorkday(LocalDate.of(2026, 2, 23))).isFalse();
    }

    @Test
    void showsASpanInOrder() {
        assertThat(store.show(LocalDate.of(2025, 4, 25), LocalDate.of(2025, 5, 2)))
                .extracting(CalendarDay::day, CalendarDay::kind, CalendarDay::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2025, 4, 27), DayKind.WORKDAY, "劳动节调休"),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2025, 5, 1), DayKind.HOLIDAY, "劳动节"),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2025, 5, 2), DayKind.HOLIDAY, "劳动节"));
    }
}
