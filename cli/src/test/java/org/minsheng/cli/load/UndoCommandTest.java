package org.minsheng.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minsheng.cli.load.NightFiles.claim;
import static org.minsheng.cli.load.NightFiles.line;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;

@Tag("database")
class UndoCommandTest {
    private static boolean loaded;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private NightFiles night;

    @BeforeEach
    void load() {
        night = new NightFiles(database.settings(), folder);
        if (!loaded) {
            night.activatePolicy(database.handle());
            night.loadRegistry();
            loaded = true;
        }
    }

    private static String lastRun(String job) {
        return database.handle()
                .createQuery("SELECT max(run_id)::text FROM run.run WHERE job = :job")
                .bind("job", job)
                .mapTo(String.class)
                .one();
    }

    /** Claims with their billed sum, diagnosis, what of them waits to be settled and how, and their lines. */
    private static List<String> claims(String prefix) {
        return database.handle()
                .createQuery("""
                        SELECT concat_ws(' ', claim_no, billed, diagnosis, pricing, slices,
                            (SELECT string_agg(concat_ws('/', line_no, item_code, catalogue_version, amount, in_scope),
                                ' ' ORDER BY line_no)
                            FROM claim.line WHERE (line.year, line.claim_id) = (claim.year, claim.claim_id)))
                        FROM claim.claim LEFT JOIN claim.open_claim USING (claim_id, claim_no)
                        WHERE claim_no LIKE :prefix || '%' ORDER BY claim_no""")
                .bind("prefix", prefix)
                .mapTo(String.class)
                .list();
    }

    private void settle() {
        night.script().runOnce("claim", "settle", "--as-of", "2025-12-31", "-v").exits(ExitStatus.OK);
    }

    @Test
    void takesClaimsBackUntilTheyAreSettled() {
        night.claims(claim("U1", NightFiles.WANG, "10.00"), line("U1", 1, "D1", "10.00"))
                .exits(ExitStatus.OK);
        String first = lastRun("claim import");
        night.script()
                .run("run", "undo", first)
                .exits(ExitStatus.USAGE)
                .saysSomeOf("Take run " + first + " (claim import) back?");
        night.script()
                .runOnce("run", "undo", first, "--reason", "wrong file", "--yes")
                .exits(ExitStatus.OK)
                .saysNothing();
        assertThat(claims("U1")).isEmpty();
        night.script().runOnce("audit", "list", "--limit", "1", "-o", "csv").printsSomeOf(",run undo," + first);
        night.script()
                .run("run", "undo", first, "--yes")
                .exits(ExitStatus.CONFLICT)
                .saysSomeOf("cannot be taken back: it is undone");

        night.claims(claim("U1", NightFiles.WANG, "10.00"), line("U1", 1, "D1", "10.00"))
                .exits(ExitStatus.OK);
        String second = lastRun("claim import");
        settle();
        night.script()
                .run("run", "undo", second, "--yes")
                .exits(ExitStatus.CONFLICT)
                .saysSomeOf("cannot be taken back: rows in use: 1, the first U1.")
                .saysSomeOf("why: The claim is settled and can no longer change.")
                .saysSomeOf("hint: leave the run as it is, or import a corrected file");
        assertThat(claims("U1")).containsExactly("U1 1000 J00 1/D1/2025-1/1000/1000");
    }

    @Test
    void bringsBackAClaimThatALaterFileChanged() {
        night.claims(claim("V1", NightFiles.WANG, "30.00"), line("V1", 1, "D1", "10.00") + line("V1", 2, "D2", "20.00"))
                .exits(ExitStatus.OK);
        String first = lastRun("claim import");
        List<String> before = claims("V1");
        assertThat(before)
                .containsExactly(
                        "V1 3000 J00 priced 2025-03-01,3000,0,0,400,2600 1/D1/2025-1/1000/1000 2/D2/2025-1/2000/1600");

        night.claims(claim("V1", NightFiles.WANG, "11.00"), line("V1", 1, "D1", "11.00"), "-o", "csv")
                .exits(ExitStatus.OK)
                .printsSomeOf(",1,0,1,0,0,0,\n");
        String second = lastRun("claim import");
        assertThat(claims("V1")).containsExactly("V1 1100 J00 priced 2025-03-01,1100,0,0,0,1100 1/D1/2025-1/1100/1100");

        night.script()
                .run("run", "undo", first, "--yes")
                .exits(ExitStatus.CONFLICT)
                .saysSomeOf("run " + second + " has changed what it wrote");
        night.script().runOnce("run", "undo", second, "--yes").exits(ExitStatus.OK);
        assertThat(claims("V1")).isEqualTo(before);
        night.script().runOnce("run", "undo", first, "--yes").exits(ExitStatus.OK);
        assertThat(claims("V1")).isEmpty();
    }

    @Test
    void leavesABillThatComesAgainAsItWasAloneAndRefusesAChangeOnceItIsSettled() {
        String claim = claim("W1", NightFiles.LI, "10.00");
        String line = line("W1", 1, "D1", "10.00");
        night.claims(claim, line).exits(ExitStatus.OK);
        night.claims(claim, line + line("W9", 1, "D1", "1.00"), "-o", "csv")
                .exits(ExitStatus.FINDINGS)
                .printsSomeOf(",1,0,0,1,0,0,\n")
                .printsSomeOf(",2,0,0,1,0,1,");
        settle();
        night.claims(claim, line, "-o", "csv").exits(ExitStatus.OK).printsSomeOf(",1,0,0,1,0,0,\n");
        night.claims(claim("W1", NightFiles.LI, "12.00"), line("W1", 1, "D1", "12.00"))
                .exits(ExitStatus.FINDINGS);
        String run = lastRun("claim import");
        night.script()
                .run("reject", "list", "--run", run, "-o", "csv")
                .printsSomeOf(",open,1,,claim.already-settled,2,The claim is settled and can no longer change.")
                .printsSomeOf(",open,1,claim_no,line.claim-rejected,2,");
        assertThat(claims("W1")).containsExactly("W1 1000 J00 1/D1/2025-1/1000/1000");
    }

    @Test
    void takesACatalogueBackUntilClaimsAreSettledAtItsPrices() {
        String changed = NightFiles.CATALOGUE
                .replace("2025-1,2025-01-01", "2025-7,2025-07-01")
                .replace("D1", "D7");
        night.load("catalogue", changed);
        String catalogue = lastRun("catalogue import");
        String claim = claim("X1", NightFiles.WANG, "10.00").replace("2025-03", "2025-08");
        String line = line("X1", 1, "D7", "10.00").replace("2025-03", "2025-08");
        night.claims(claim, line).exits(ExitStatus.OK);
        assertThat(claims("X1")).containsExactly("X1 1000 J00 priced 2025-08-01,1000,0,0,0,1000 1/D7/2025-7/1000/1000");

        night.script().runOnce("run", "undo", catalogue, "--yes").exits(ExitStatus.OK);
        assertThat(claims("X1").get(0)).contains(" stale ");
        night.script().runOnce("claim", "reprice").exits(ExitStatus.OK);
        assertThat(claims("X1"))
                .as("what the catalogue does not name is paid by the patient")
                .containsExactly("X1 1000 J00 priced 2025-08-01,1000,1000,0,0,0 1/D7/2025-1/1000/0");

        night.load("catalogue", changed);
        String again = lastRun("catalogue import");
        night.script().runOnce("claim", "reprice").exits(ExitStatus.OK);
        settle();
        night.script()
                .run("run", "undo", again, "--yes")
                .exits(ExitStatus.CONFLICT)
                .saysSomeOf("the first D7")
                .saysSomeOf("Claims were settled at its prices");
        assertThat(claims("X1")).containsExactly("X1 1000 J00 1/D7/2025-7/1000/1000");
    }

    @Test
    void bringsBackItemsThatALaterCatalogueChanged() {
        String items = "SELECT concat_ws(' ', version, valid_from, class_b_self_first, item_code, name, self_first)"
                + " FROM claim.catalogue_version version JOIN claim.catalogue_item item USING (version)"
                + " WHERE version = '2020-1' ORDER BY item_code";
        String older = NightFiles.CATALOGUE.replace("2025-1,2025-01-01", "2020-1,2020-01-01");
        night.load("catalogue", older);
        List<String> before =
                database.handle().select(items).mapTo(String.class).list();
        night.load("catalogue", older.replace(",0.1,", ",0.15,").replace("0.2", "0.3"));
        assertThat(database.handle().select(items).mapTo(String.class).list())
                .containsExactly("2020-1 2020-01-01 1500 D1 阿司匹林", "2020-1 2020-01-01 1500 D2 某药 3000");
        night.script()
                .runOnce("run", "undo", lastRun("catalogue import"), "--yes")
                .exits(ExitStatus.OK);
        assertThat(database.handle().select(items).mapTo(String.class).list()).isEqualTo(before);
    }

    @Test
    void keepsPersonsWhoHaveClaims() {
        night.claims(claim("Y1", NightFiles.LI, "10.00"), line("Y1", 1, "D1", "10.00"))
                .exits(ExitStatus.OK);
        night.script()
                .run("run", "undo", lastRun("person import"), "--yes")
                .exits(ExitStatus.CONFLICT)
                .saysSomeOf("cannot be taken back: something in ");
    }

    @Test
    void neverTakesMoneyBackNorWhatIsNoLoad() {
        night.load(
                "account",
                "resident_id,entry_date,kind,amount,reference\n" + NightFiles.WANG
                        + ",2025-01-01,opening,100.00,O-1\n");
        night.script()
                .run("run", "undo", lastRun("account import"), "--yes")
                .exits(ExitStatus.CONFLICT)
                .saysSomeOf("it moved money (account)");
        settle();
        String settled = lastRun("claim settle");
        night.script()
                .run("run", "undo", settled, "--yes")
                .exits(ExitStatus.CONFLICT)
                .saysSomeOf("is no load");
        night.script().run("run", "undo", "999999", "--yes").exits(ExitStatus.NOT_FOUND);
    }

    @Test
    void goesOnWithABatchButNotWithALoad() {
        night.script()
                .run("run", "resume", lastRun("person import"))
                .exits(ExitStatus.CONFLICT)
                .saysSomeOf("(person import) has nothing to go on with")
                .saysSomeOf("begin it again with the same command");
        settle();
        String settled = lastRun("claim settle");
        night.script().run("run", "resume", settled).exits(ExitStatus.CONFLICT).saysSomeOf("is done");
        database.handle().execute("UPDATE run.run SET state = 'failed' WHERE run_id = CAST(? AS bigint)", settled);
        night.script()
                .runOnce("run", "resume", settled, "-v")
                .exits(ExitStatus.OK)
                .saysSomeOf("run " + settled + " had been interrupted and was taken up again");
    }
}
