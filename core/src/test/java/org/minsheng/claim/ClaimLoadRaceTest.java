package org.minsheng.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.db.Database;
import org.minsheng.db.Locks;
import org.minsheng.db.TestDatabase;
import org.minsheng.load.BulkLoader;
import org.minsheng.load.LoadFile;
import org.minsheng.load.LoadReport;
import org.minsheng.load.LoadRequest;
import org.minsheng.load.Source;
import org.minsheng.load.UndoService;
import org.minsheng.run.Progress;
import org.minsheng.run.RunLedger;

/** A bill that comes again, or is taken back, while it is being settled. */
@Tag("database")
class ClaimLoadRaceTest {
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 18);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private final Handle handle = database.handle();
    private static SmallCity city;

    @BeforeAll
    static void buildCity() {
        city = new SmallCity(database.handle());
        database.handle()
                .execute("INSERT INTO claim.catalogue_version SELECT '2025', '2025-01-01', 1000, max(run_id)"
                        + " FROM run.run");
    }

    @Test
    void rejectsAChangedBillThatIsSettledWhileItIsLoaded() throws Exception {
        int bucket = insure(1, "11010519491231002X");
        load(database.database(), "R-1", "11010519491231002X", "100.00");

        LoadReport changed = whileItIsSettled(bucket, other -> load(other, "R-1", "11010519491231002X", "120.00"));

        assertThat(changed.files().get(0).rejected()).isEqualTo(1);
        assertThat(changed.samples().get(0).problem().code().code()).isEqualTo("claim.already-settled");
        assertThat(new ClaimBook(handle).show("R-1", null).state()).isEqualTo("settled");
        assertThat(new ClaimBook(handle).show("R-1", null).billed()).isEqualTo(10_000);
    }

    @Test
    void doesNotTakeBackABillThatIsSettledMeanwhile() throws Exception {
        int bucket = insure(2, "440524188001010014");
        LoadReport load = load(database.database(), "R-2", "440524188001010014", "100.00");
        ClaimFiles kinds = ClaimFiles.read(handle);

        assertThatThrownBy(() -> whileItIsSettled(bucket, other -> {
                    new UndoService(other.handle(), List.of(kinds.claims(), kinds.lines())).undo(load.runId(), "test");
                    return load;
                }))
                .rootCause()
                .hasMessageContaining("undo.refused");
        assertThat(new ClaimBook(handle).show("R-2", null).state()).isEqualTo("settled");
    }

    /** Settles everything, and lets a piece of work begin when the bucket is settled but not yet committed. */
    private LoadReport whileItIsSettled(int bucket, Work work) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Database other = database.database().another();
                Database settling = database.database().another()) {
            other.handle();
            Future<LoadReport> result = settling.handle().inTransaction(transaction -> {
                Locks.bucket(transaction, bucket);
                Future<LoadReport> begun = pool.submit(() -> work.on(other));
                LockWaits.await(handle);
                settle(transaction, bucket);
                return begun;
            });
            return result.get(LockWaits.SECONDS_MAX, TimeUnit.SECONDS);
        } finally {
            pool.shutdownNow();
        }
    }

    /** What settling the bucket does, in the caller's transaction. */
    private static void settle(Handle transaction, int bucket) {
        Visible visible = Visible.now(transaction, MARCH);
        long run = new RunLedger(transaction).begin("test", MARCH, visible.toInputs());
        ActivePacks packs = ActivePacks.read(transaction);
        BucketReader reader = new BucketReader(visible, Institution.byId(transaction), packs);
        List<Decision> decisions = reader.read(transaction.getConnection(), bucket).stream()
                .flatMap(person -> new BucketFold(packs).decide(person).stream())
                .toList();
        assertThat(decisions).hasSize(1);
        new BucketWriter(run, visible).write(transaction, bucket, decisions);
    }

    private LoadReport load(Database on, String claimNo, String resident, String amount) {
        ClaimFiles kinds = ClaimFiles.read(on.handle());
        String claim = "institution_code,claim_no,resident_id,scheme,treatment,started_on,ended_on,referral,diagnosis,"
                + "amount\nH370202001," + claimNo + "," + resident + ",310,11,2025-03-18,2025-03-18,local,J06," + amount
                + "\n";
        String line = "institution_code,claim_no,line_no,service_date,item_code,quantity,unit_price,amount\n"
                + "H370202001," + claimNo + ",1,2025-03-18,X1,1," + amount + "," + amount + "\n";
        try (Source claims = open(claimNo + amount + ".csv", claim);
                Source lines = open(claimNo + amount + "-lines.csv", line)) {
            return new BulkLoader(on, Progress.SILENT, problem -> problem.code().code())
                    .load(LoadRequest.of(LoadFile.of(kinds.claims(), claims), LoadFile.of(kinds.lines(), lines))
                            .rejectsIn(folder));
        }
    }

    private Source open(String name, String content) {
        try {
            Path file = Files.writeString(folder.resolve(name), content);
            return Source.open(file.toString(), InputStream.nullInputStream(), Source.Wishes.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An insured person with this number; returns the bucket. */
    private int insure(int number, String resident) {
        long person = city.employee(number, "11", 0);
        handle.execute("UPDATE registry.person SET resident_id = ? WHERE person_id = ?", resident, person);
        return number;
    }

    /** A piece of work on a connection of its own. */
    private interface Work {
        LoadReport on(Database other);
    }
}
