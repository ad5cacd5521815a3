package org.minsheng.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;

@Tag("database")
class DateCommandsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static CliHarness script() {
        return CliHarness.script().database(database.settings());
    }

    @Test
    void goesForwardOnlyAndAsksBeforeALongWay() {
        script().run("batch", "date", "show").exits(ExitStatus.USAGE).saysSomeOf("No business date is open.");
        script().runOnce("batch", "date", "advance").exits(ExitStatus.USAGE);

        script().runOnce("batch", "date", "advance", "2025-03-18").exits(ExitStatus.OK);
        script().runOnce("batch", "date", "advance").exits(ExitStatus.OK).prints("business_date", "2025-03-19");

        script().runOnce("batch", "date", "advance", "2025-03-19")
                .exits(ExitStatus.CONFLICT)
                .says(
                        "error: The business date 2025-03-19 is not after the open one, 2025-03-19.",
                        "why: Business dates only go forward.",
                        "hint: name a later date; for work as of an earlier one use --as-of");
        script().runOnce("batch", "date", "advance", "2052-03-20")
                .exits(ExitStatus.USAGE)
                .saysSomeOf("Open 2052-03-20? There is no way back.");
        script().run("batch", "date", "show", "-o", "json")
                .exits(ExitStatus.OK)
                .prints("{\"business_date\":\"2025-03-19\"}");
        assertThat(database.handle()
                        .createQuery("SELECT count(*) FROM run.audit_entry WHERE action = 'batch date advance'")
                        .mapTo(Integer.class)
                        .one())
                .isEqualTo(2);
    }
}
