package org.minsheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.db.TestDatabase;
import org.minsheng.load.LoadReport;

/**
 * The planner sees a sample of what is staged, and where that shows nothing it may loop over one staged table for each row
 * of another. Here rows and index entries cost it nothing, only pages in their order do, so that it takes a loop wherever
 * one is allowed; without an index such a statement takes the square of the rows, and its time is up.
 */
@Tag("database")
class ClaimLoadPlansTest {
    private static final int CLAIMS = 20_000;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    @BeforeAll
    static void preferLoops() {
        new SmallCity(database.handle()).employee(1, "11", 0);
        database.handle()
                .execute("SET cpu_tuple_cost = 0; SET cpu_operator_cost = 0; SET cpu_index_tuple_cost = 0;"
                        + " SET random_page_cost = 0; SET statement_timeout = '10s'");
    }

    @AfterAll
    static void leaveItToThePlanner() {
        database.handle().execute("RESET ALL");
    }

    /** Every second bill has a second line at the end of the file, and as many lines there are of no bill. */
    @Test
    void joinsStagedTablesAsWholesHoweverTheLinesStand() {
        StringBuilder claims = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        StringBuilder later = new StringBuilder();
        for (int i = 0; i < CLAIMS; i++) {
            boolean scattered = i % 2 == 0;
            String number = "P-" + i;
            String amount = scattered ? "2.00" : "1.00";
            claims.append(TextFiles.claim(number, 1, SmallCity.residentId(1), "11", "2025-03-01", amount));
            lines.append(line(number, 1));
            later.append(line(scattered ? number : "none-" + i, 2));
        }

        LoadReport report =
                new TextFiles(database.database(), folder).loadClaims(claims.toString(), lines.toString() + later);

        assertThat(report.files())
                .extracting(LoadReport.OfFile::inserted)
                .containsExactly((long) CLAIMS, CLAIMS + CLAIMS / 2L);
        assertThat(report.rejected()).isEqualTo(CLAIMS / 2);
    }

    private static String line(String claim, int number) {
        return "H370202001," + claim + "," + number + ",2025-03-01,X1,1,1.00,1.00\n";
    }
}
