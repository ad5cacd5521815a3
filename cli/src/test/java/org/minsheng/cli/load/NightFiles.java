package org.minsheng.cli.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.run.Installation;

/** The files of a very small bureau, loaded by commands: one hospital, two persons, one catalogue, bills. */
final class NightFiles {
    static final String WANG = "11010519491231002X";
    static final String LI = "440524188001010014";

    static final String CLAIM_HEADER = "institution_code,claim_no,resident_id,scheme,treatment,started_on,ended_on,"
            + "referral,diagnosis,amount\n";
    static final String LINE_HEADER =
            "institution_code,claim_no,line_no,service_date,item_code,quantity,unit_price,amount\n";

    private static final String INSTITUTIONS = """
            institution_code,name,credit_code,division_code,tier,kind,designated_from
            H37020200001,青岛市某医院,91350100M000100Y43,370202,3,hospital,2020-01-01
            """;
    private static final String PERSONS = "resident_id,name,sex,birth_date,division_code\n" + WANG
            + ",王芳,female,1949-12-31,370202\n" + LI + ",李强,male,1880-01-01,370202\n";
    static final String CATALOGUE = """
            catalogue_version,valid_from,class_b_self_first,item_code,name,kind,class,unit,price_limit_1,self_first
            2025-1,2025-01-01,0.1,D1,阿司匹林,drug,A,盒,,
            2025-1,2025-01-01,0.1,D2,某药,drug,B,盒,,0.2
            """;

    private final ConnectionSettings database;
    private final Path folder;

    NightFiles(ConnectionSettings database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Loads what claims need: the hospital, the persons with their insured spells, the catalogue. */
    void loadRegistry() {
        load("institution", INSTITUTIONS);
        load("person", PERSONS);
        load(
                "enrolment",
                "resident_id,scheme,person_type,from_date\n" + WANG + ",310,12,2020-01-01\n" + LI
                        + ",310,12,2020-01-01\n");
        load("catalogue", CATALOGUE);
    }

    /** Declares the empty database a demonstration and brings the demonstration policy into force. */
    void activatePolicy(Handle handle) {
        Installation.declare(handle, true, "night");
        script().runOnce("policy", "import", "qingdao-demo").exits(ExitStatus.OK);
        script().runOnce("policy", "activate", "qingdao-demo", "2025.1", "--yes")
                .exits(ExitStatus.OK);
    }

    /** Loads a file whose rows are all good. */
    void load(String noun, String content) {
        script().runOnce(noun, "import", file(noun + ".csv", content)).exits(ExitStatus.OK);
    }

    CliHarness script() {
        return CliHarness.script().database(database);
    }

    /** Writes a file and returns its path. */
    String file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Imports rows of claims and of their lines, below their headers, with the rejects in the folder. */
    CliResult claims(String claims, String lines, String... options) {
        String[] words = new String[options.length + 7];
        words[0] = "claim";
        words[1] = "import";
        words[2] = file("claims.csv", CLAIM_HEADER + claims);
        words[3] = "--lines";
        words[4] = file("claim-lines.csv", LINE_HEADER + lines);
        words[5] = "--rejects";
        words[6] = folder.toString();
        System.arraycopy(options, 0, words, 7, options.length);
        return script().runOnce(words);
    }

    /** A claim of one day with this amount. */
    static String claim(String claimNo, String resident, String amount) {
        return "H37020200001," + claimNo + "," + resident + ",310,11,2025-03-01,2025-03-01,local,J00," + amount + "\n";
    }

    /** A line of one piece. */
    static String line(String claimNo, int lineNo, String item, String price) {
        return "H37020200001," + claimNo + "," + lineNo + ",2025-03-01," + item + ",1," + price + "," + price + "\n";
    }
}
