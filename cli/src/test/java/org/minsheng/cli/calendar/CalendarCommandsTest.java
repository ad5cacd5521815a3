package org.minsheng.cli.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;

@Tag("database")
class CalendarCommandsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @Test
    void showsTheDaysOfAYear() {
        String printed = CliHarness.script()
                .database(database.settings())
                .run("calendar", "show", "2026", "-o", "csv")
                .exits(ExitStatus.OK)
                .printsSomeOf("day,weekday,kind,name,source\n2026-01-01,Thu,holiday,元旦,")
                .printsSomeOf("2026-02-14,Sat,workday,春节调休,")
                .out();

        assertThat(printed.lines()).hasSize(1 + 33 + 6);
    }

    @Test
    void saysWhenNobodyImportedTheYear() {
        CliHarness.terminal()
                .database(database.settings())
                .run("calendar", "show", "--as-of", "2031-01-01", "--lang", "zh")
                .exits(ExitStatus.OK)
                .saysSomeOf("2031 年没有节假日记录");
    }

    @Test
    void importsANotice() {
        CliHarness.script()
                .database(database.settings())
                .input("日期,类型,节日,依据\n2027-01-01,放假,元旦,某通知\n")
                .runOnce("calendar", "import", "-", "-o", "csv")
                .exits(ExitStatus.OK)
                .printsSomeOf("calendar,-,");

        CliHarness.script()
                .database(database.settings())
                .run("calendar", "show", "2027")
                .exits(ExitStatus.OK)
                .printsSomeOf("2027-01-01\tFri\tholiday\t元旦\t某通知");
    }
}
