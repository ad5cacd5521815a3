package org.minsheng.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.load.LoadReport;

/** Lines of new claims are committed just before their claims; a load may end between the two. */
@Tag("database")
class LinesAheadTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    @BeforeAll
    static void insure() {
        new SmallCity(database.handle()).employee(1, "11", 0);
    }

    @Test
    void removesLinesOfALoadThatEndedBeforeItsClaimsWereCommitted() {
        long lines = count("claim.line");

        refuseCommits(true);
        assertThatThrownBy(() -> bill("A-1", "2025-03-01")).rootCause().hasMessageContaining("the disk is gone");
        refuseCommits(false);
        assertThat(count("claim.claim WHERE claim_no = 'A-1'")).isZero();
        assertThat(count("claim.line")).as("the line of A-1 was committed").isEqualTo(lines + 1);

        bill("A-2", "2025-03-02");
        assertThat(count("claim.line")).as("the line of A-1 is gone").isEqualTo(lines + 1);
        assertThat(count("claim.line JOIN claim.claim USING (year, claim_id)")).isEqualTo(lines + 1);
        assertThat(count("claim.line_ahead")).isZero();

        bill("A-1", "2025-03-01");
        assertThat(count("claim.line JOIN claim.claim USING (year, claim_id)")).isEqualTo(lines + 2);
    }

    @Test
    void takesTheLinesBackWhenTheClaimsCannotBeWritten() {
        assertThatNothingIsLeftWhereItIsRefused("claim.open_claim", "ended_on <> '2025-04-01'", "B-1", "2025-04-01");
    }

    @Test
    void takesTheClaimsBackWhenTheLinesCannotBeWritten() {
        assertThatNothingIsLeftWhereItIsRefused("claim.line", "service_date <> '2025-05-01'", "C-1", "2025-05-01");
    }

    private void assertThatNothingIsLeftWhereItIsRefused(String table, String check, String claimNo, String date) {
        long claims = count("claim.claim");
        long lines = count("claim.line");
        asSuperuser("ALTER TABLE " + table + " ADD CONSTRAINT refused CHECK (" + check + ")");
        try {
            assertThatThrownBy(() -> bill(claimNo, date)).rootCause().hasMessageContaining("refused");
        } finally {
            asSuperuser("ALTER TABLE " + table + " DROP CONSTRAINT refused");
        }
        assertThat(count("claim.claim")).isEqualTo(claims);
        assertThat(count("claim.line")).isEqualTo(lines);

        assertThat(bill(claimNo, date).rejected()).isZero();
        assertThat(count("claim.claim")).isEqualTo(claims + 1);
        assertThat(count("claim.line")).isEqualTo(lines + 1);
    }

    private LoadReport bill(String claimNo, String date) {
        try (Database operator = new Database(database.settingsAs("operator"))) {
            return new TextFiles(operator, folder).loadBill(claimNo, 1, SmallCity.residentId(1), "11", date, "100.00");
        }
    }

    /** A deferred trigger lets a commit of open claims fail: the lines are committed by then. */
    private static void refuseCommits(boolean refuse) {
        if (refuse) {
            asSuperuser("CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS"
                    + " 'BEGIN RAISE EXCEPTION ''the disk is gone''; END'");
            asSuperuser("CREATE CONSTRAINT TRIGGER refuse_commit AFTER INSERT ON claim.open_claim"
                    + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.refuse()");
        } else {
            asSuperuser("DROP FUNCTION public.refuse() CASCADE");
        }
    }

    private static void asSuperuser(String statement) {
        try (Database superuser = new Database(database.superuserSettings())) {
            superuser.handle().execute(statement);
        }
    }

    private static long count(String rows) {
        return database.handle()
                .createQuery("SELECT count(*) FROM " + rows)
                .mapTo(Long.class)
                .one();
    }
}
