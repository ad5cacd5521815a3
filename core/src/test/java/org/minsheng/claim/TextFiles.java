package org.minsheng.claim;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.minsheng.db.Database;
import org.minsheng.load.BulkLoader;
import org.minsheng.load.FileKind;
import org.minsheng.load.LoadFile;
import org.minsheng.load.LoadReport;
import org.minsheng.load.LoadRequest;
import org.minsheng.load.Source;
import org.minsheng.run.Progress;

/** Loads files that a test has as text. */
final class TextFiles {
    private static final String CLAIM_HEADER =
            "institution_code,claim_no,resident_id,scheme,treatment,started_on,ended_on,referral,diagnosis,amount\n";
    private static final String LINE_HEADER =
            "institution_code,claim_no,line_no,service_date,item_code,quantity,unit_price,amount\n";

    private final Database database;
    private final Path folder;

    /** @param folder where rejects go */
    TextFiles(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Loads one file. */
    LoadReport load(FileKind kind, String text) {
        try (Source source = open(text)) {
            return loader().load(LoadRequest.of(LoadFile.of(kind, source)).rejectsIn(folder));
        }
    }

    /** Loads claims and lines, rows without their headers. */
    LoadReport loadClaims(String claims, String lines) {
        return loadClaims(ClaimFiles.read(database.handle()), claims, lines);
    }

    /** Loads claims and lines that are priced as these kinds do. */
    LoadReport loadClaims(ClaimFiles kinds, String claims, String lines) {
        try (Source claimSource = open(CLAIM_HEADER + claims);
                Source lineSource = open(LINE_HEADER + lines)) {
            return loader().load(LoadRequest.of(
                            LoadFile.of(kinds.claims(), claimSource), LoadFile.of(kinds.lines(), lineSource))
                    .rejectsIn(folder));
        }
    }

    /** A bill of one line and one day at the hospital of a tier. */
    LoadReport loadBill(String claimNo, int tier, String residentId, String treatment, String date, String amount) {
        return loadClaims(claim(claimNo, tier, residentId, treatment, date, amount), line(claimNo, tier, date, amount));
    }

    /** A row of the file of claims, of one day. */
    static String claim(String claimNo, int tier, String residentId, String treatment, String date, String amount) {
        return String.join(
                        ",",
                        institution(tier),
                        claimNo,
                        residentId,
                        "310",
                        treatment,
                        date,
                        date,
                        "local",
                        "J06",
                        amount)
                + "\n";
    }

    /** The only line of a claim. */
    static String line(String claimNo, int tier, String date, String amount) {
        return String.join(",", institution(tier), claimNo, "1", date, "X1", "1", amount, amount) + "\n";
    }

    private static String institution(int tier) {
        return "H37020200" + tier;
    }

    private BulkLoader loader() {
        return new BulkLoader(
                database, Progress.SILENT, problem -> problem.code().code());
    }

    private static Source open(String text) {
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return Source.open(Source.STANDARD_INPUT, bytes, Source.Wishes.NONE);
    }
}
