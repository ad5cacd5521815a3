package org.minsheng.cli.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.Database;
import org.minsheng.db.Locks;
import org.minsheng.db.TestDatabase;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;

/** {@code claim settle} and {@code claim reprice} as cron meets them: dates, locks, two at once, a run taken over. */
@Tag("database")
class ClaimSettleTest {
    private static final int WAIT_SECONDS_MAX = 60;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private static Path folder;

    private static ClaimTown town;

    @BeforeEach
    void buildOnce() {
        if (town == null) {
            town = new ClaimTown(database, folder);
            town.build();
        }
    }

    private static CliHarness cli() {
        return town.cli();
    }

    @Test
    void isSilentAndWellWhenNothingIsOpen() {
        town.settle("2025-01-02").exits(ExitStatus.OK).printsNothing().saysNothing();
    }

    @Test
    void refusesDatesThatAreNoneOrHaveNotCome() {
        cli().run("claim", "settle", "--as-of", "2025-02-30")
                .exits(ExitStatus.USAGE)
                .says("error: --as-of cannot be 2025-02-30: there is no such day.", "hint: name a day of the calendar");
        cli().run("claim", "settle", "--as-of", "30.12.2025")
                .exits(ExitStatus.USAGE)
                .says("error: --as-of cannot be 30.12.2025.", "hint: write it as: YYYY-MM-DD");
        cli().runOnce("batch", "date", "advance", "2026-03-01").exits(ExitStatus.OK);
        cli().run("claim", "settle", "--as-of", "2026-03-02")
                .exits(ExitStatus.CONFLICT)
                .printsNothing()
                .says(
                        "error: Settling as of 2026-03-02 is ahead of the open business date 2026-03-01.",
                        "why: Until then bills and enrolments are still to come, and what is settled is history.",
                        "hint: Settle as of 2026-03-01 or earlier, or open the day first: minsheng batch date advance");
        cli().runOnce("claim", "settle").exits(ExitStatus.OK);

        town.bill("C2026-LATER", 1, ClaimTown.WANG, "11", "2026-03-20", "50.00", "A1 1 50 50.00");
        cli().runOnce("claim", "settle", "-v")
                .exits(ExitStatus.OK)
                .saysSomeOf("open claims that ended after 2026-03-01: 1; their day is opened with:");
        cli().run("claim", "explain", "C2026-LATER")
                .exits(ExitStatus.CONFLICT)
                .says(
                        "error: Claim C2026-LATER is not settled yet: its treatment ended on 2026-03-20.",
                        "why: The open business date is 2026-03-01; claims are settled when the day of their end has come.",
                        "hint: if the date is right: minsheng batch date advance 2026-03-20, then minsheng claim settle");
    }

    @Test
    void leavesWithSeventyFiveWhileAnotherSettles() {
        try (Database other = new Database(database.settings());
                Locks.Held door = Locks.door(other.handle(), "claim settle")) {
            cli().run("claim", "settle", "--as-of", "2025-03-18")
                    .exits(ExitStatus.BUSY)
                    .printsNothing()
                    .saysSomeOf("claim settle");
        }
    }

    /** Taken over after the run was begun and before its first bucket: whoever began it writes nothing any more. */
    @Test
    void failsWithoutWritingWhenItsRunIsResumedElsewhere() throws Exception {
        town.bill("C2025-TAKE", 1, ClaimTown.LI, "11", "2025-03-18", "50.00", "A1 1 50 50.00");
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Database holder = new Database(database.superuserSettings())) {
            holder.handle().begin();
            holder.handle().execute("LOCK TABLE run.checkpoint");
            Future<CliResult> settling = pool.submit(() -> town.settle("2025-03-18"));
            long run = awaitRun();
            new RunLedger(database.handle()).resume(run);
            holder.handle().rollback();

            settling.get(WAIT_SECONDS_MAX, TimeUnit.SECONDS)
                    .exits(ExitStatus.CONFLICT)
                    .printsNothing()
                    .saysSomeOf("error: Run " + run + " ");
            assertThat(settled("C2025-TAKE")).isZero();
        } finally {
            pool.shutdownNow();
        }
        cli().runOnce("claim", "settle", "--as-of", "2025-03-18", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf(
                        "\"as_of\":\"2025-03-18\",\"resumed\":true,\"stopped\":false,\"settled\":1,\"not_covered\":0,"
                                + "\"held\":0,\"medfee_sumamt\":\"50.00\",\"fund_pay_sumamt\":");
        assertThat(settled("C2025-TAKE")).isEqualTo(1);
    }

    @Test
    void saysOnATerminalWhatItIsAt() {
        CliHarness terminal = CliHarness.terminal().database(database.settings());
        assertThat(terminal.runOnce("claim", "settle", "--as-of", "2025-01-02").err())
                .contains("settling claims")
                .doesNotContain("stage.");
        assertThat(terminal.runOnce("claim", "reprice", "--lang", "zh").err()).doesNotContain("stage.");
    }

    @Test
    void pricesAnewWhatCameBeforeItsCatalogue() {
        town.bill("C2024-PRICE", 2, ClaimTown.LI, "11", "2024-12-18", "100.00", "D1 1 100 100.00");
        town.settle("2025-03-18").exits(ExitStatus.FINDINGS);
        cli().runOnce("claim", "reprice", "-o", "json")
                .exits(ExitStatus.FINDINGS)
                .prints("{\"claims\":1,\"lines\":1,\"priced\":0}")
                .says(
                        "{\"error\":{\"code\":\"reprice.unpriced\",\"message\":\"1 of 1 claims cannot be settled: a line of theirs"
                                + " is of before the first catalogue.\",\"hint\":\"minsheng catalogue import FILE with a version"
                                + " that begins earlier, then minsheng claim reprice\"}}");
        town.importFile("catalogue", """
                catalogue_version,valid_from,class_b_self_first,item_code,name,kind,class
                2024,2024-01-01,0.1,D1,护理,service,B
                """);

        cli().runOnce("claim", "reprice", "-v")
                .exits(ExitStatus.OK)
                .printsNothing()
                .saysSomeOf("1 claims with 1 lines priced anew, 1 of them can be settled\n");
        cli().run("claim", "reprice", "-q").exits(ExitStatus.OK).printsNothing().saysNothing();

        cli().run("claim", "show", "C2024-PRICE", "-o", "json")
                .printsSomeOf("\"self_first\":\"10.00\",\"in_scope\":\"90.00\"");
        // No pack of this demonstration decides 2024.
        town.settle("2025-03-18").exits(ExitStatus.FINDINGS);
        cli().run("claim", "list", "--state", "held", "-o", "csv")
                .printsSomeOf("claim.no-policy,No active policy pack covers scheme 310 on 2024-12-18.");
        database.handle().execute("DELETE FROM claim.hold");
        database.handle().execute("DELETE FROM claim.open_claim WHERE claim_no = 'C2024-PRICE'");
    }

    private static long awaitRun() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS_MAX);
        RunLedger ledger = new RunLedger(database.handle());
        Optional<Run> run = ledger.unfinished("claim settle");
        while (run.isEmpty()) {
            assertThat(System.nanoTime()).as("the run begins").isLessThan(deadline);
            Thread.onSpinWait();
            run = ledger.unfinished("claim settle");
        }
        return run.get().id();
    }

    private static long settled(String claimNo) {
        return database.handle()
                .createQuery("SELECT count(*) FROM claim.settlement JOIN claim.claim USING (year, claim_id)"
                        + " WHERE claim_no = :claim")
                .bind("claim", claimNo)
                .mapTo(Long.class)
                .one();
    }
}
