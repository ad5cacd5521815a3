package org.minsheng.cli.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.TestDatabase;
import org.minsheng.run.Installation;

/** A town of three hospitals, a catalogue and a few persons, all imported and settled by the commands themselves. */
final class ClaimTown {
    /** 王秀芳, an employee at work. */
    static final String WANG = "11010519491231002X";
    /** 李伟, an employee at work. */
    static final String LI = "440524188001010014";

    private static final String CLAIM_HEADER =
            "institution_code,claim_no,resident_id,scheme,treatment,started_on,ended_on,referral,diagnosis,amount\n";
    private static final String LINE_HEADER =
            "institution_code,claim_no,line_no,service_date,item_code,quantity,unit_price,amount\n";

    private final TestDatabase database;
    private final Path folder;
    private int files;

    ClaimTown(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Declares a demonstration and loads everything but claims. */
    void build() {
        Installation.declare(database.handle(), true, "town");
        cli().runOnce("policy", "import", "qingdao-demo").exits(ExitStatus.OK);
        cli().runOnce("policy", "activate", "qingdao-demo", "2025.1", "--yes").exits(ExitStatus.OK);
        importFile("institution", """
                institution_code,name,credit_code,division_code,tier,kind,designated_from,designated_to
                H37020200001,社区卫生服务中心,,370202,1,community,2020-01-01,
                H37020200002,区医院,,370202,2,hospital,2020-01-01,
                H37020200003,青岛市某医院,,370202,3,hospital,2020-01-01,
                """);
        importFile("catalogue", """
                catalogue_version,valid_from,class_b_self_first,item_code,name,kind,class,unit,price_limit_1,price_limit_2,price_limit_3,self_first
                2025,2025-01-01,0.1,A1,手术费,service,A,次,,,,
                2025,2025-01-01,0.1,B1,抗生素,drug,B,盒,,,,
                2025,2025-01-01,0.1,C1,美容护理,service,C,次,,,,
                2025,2025-01-01,0.1,3301,护理费,service,A,日,700,800,880,
                """);
        importFile("person", """
                resident_id,name,sex,birth_date,division_code
                %s,王秀芳,female,1949-12-31,370202
                %s,李伟,male,1880-01-01,370202
                """.formatted(WANG, LI));
        importFile("enrolment", """
                resident_id,scheme,person_type,from_date,to_date
                %s,310,11,2020-01-01,
                %s,310,11,2020-01-01,
                """.formatted(WANG, LI));
    }

    CliHarness cli() {
        return CliHarness.script().database(database.settings());
    }

    /** Imports a file of this text by the command of a noun. */
    void importFile(String noun, String text) {
        cli().runOnce(noun, "import", write(text)).exits(ExitStatus.OK);
    }

    /** A file of this text. */
    String write(String text) {
        try {
            return Files.writeString(folder.resolve("file-" + files++ + ".csv"), text)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Imports one claim of the employees' scheme, of one day.
     *
     * @param lines item, quantity, unit price and amount of each, separated by blanks
     */
    void bill(
            String claimNo, int tier, String resident, String treatment, String date, String amount, String... lines) {
        String[] dated = Arrays.stream(lines).map(line -> date + " " + line).toArray(String[]::new);
        billOfDays(claimNo, tier, resident, "310 " + treatment, date, date, amount, dated);
    }

    /**
     * Imports one claim.
     *
     * @param kind scheme and treatment
     * @param lines date, item, quantity, unit price and amount of each, separated by blanks
     */
    void billOfDays(
            String claimNo,
            int tier,
            String resident,
            String kind,
            String from,
            String to,
            String amount,
            String... lines) {
        String key = "H3702020000" + tier + "," + claimNo;
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            rows.append(key)
                    .append(',')
                    .append(i + 1)
                    .append(',')
                    .append(lines[i].replace(' ', ','))
                    .append('\n');
        }
        String claim = String.join(",", key, resident, kind.replace(' ', ','), from, to, "local", "J18", amount);
        cli().runOnce("claim", "import", write(CLAIM_HEADER + claim + "\n"), "--lines", write(LINE_HEADER + rows))
                .exits(ExitStatus.OK);
    }

    CliResult settle(String asOf) {
        return cli().runOnce("claim", "settle", "--as-of", asOf);
    }
}
