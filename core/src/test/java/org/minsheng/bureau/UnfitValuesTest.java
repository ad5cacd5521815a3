package org.minsheng.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.claim.CatalogueFile;
import org.minsheng.db.TestDatabase;
import org.minsheng.ledger.AccountFile;
import org.minsheng.load.FileKind;
import org.minsheng.load.LoadReport;
import org.minsheng.load.TestLoads;
import org.minsheng.registry.CalendarFile;
import org.minsheng.registry.CodeFile;
import org.minsheng.registry.CompanyFile;
import org.minsheng.registry.EmploymentFile;
import org.minsheng.registry.EnrolmentFile;
import org.minsheng.registry.InstitutionFile;
import org.minsheng.registry.PersonFile;
import org.minsheng.registry.SmallRegistry;

/**
 * Whatever the tables forbid is a reject with its column and its rule, never an error of the database; and what lies on
 * a bound is taken. One file a kind: a good row, rows with a value on a bound, rows with one bad value each.
 */
@Tag("database")
class UnfitValuesTest {
    private static final String MISSING = "value.missing";
    private static final String TOO_LONG = "value.too-long";
    private static final String NOT_ALLOWED = "value.not-allowed";
    private static final String NOT_A_DATE = "value.not-a-date";
    private static final String NOT_A_NUMBER = "value.not-a-number";
    private static final String OUT_OF_RANGE = "value.out-of-range";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static final List<String> CREDIT_CODES =
            List.of("91350100M000100Y43", "91110000600037341L", "91440300708461136T", "91110108551385082Q");

    @TempDir
    private Path folder;

    @BeforeAll
    static void registerPersonsAndACompany() {
        SmallRegistry registry = new SmallRegistry(database.handle());
        for (int sequence = 500; sequence < 600; sequence += 2) {
            registry.person(sequence, "王芳");
        }
        registry.company(CREDIT_CODES.get(0));
    }

    /** The rows of a file: good ones first, then bad ones with what is wrong with them. */
    private static final class Rows {
        private final List<String> columns;
        private final IntFunction<String> goodRow;
        private final StringBuilder content;
        private final List<String> expected = new ArrayList<>();
        private int lines = 1;

        /** @param goodRow a good row of that number, its values separated by commas */
        Rows(String header, IntFunction<String> goodRow) {
            this.columns = List.of(header.split(",", -1));
            this.goodRow = goodRow;
            this.content = new StringBuilder(header + "\n");
            good();
        }

        Rows good() {
            content.append(goodRow.apply(++lines)).append('\n');
            return this;
        }

        /** A row with this value on a bound. */
        Rows taken(String column, String value) {
            return row(Map.of(column, value));
        }

        /** A row with these values on a bound. */
        Rows row(Map<String, String> values) {
            String[] fields = goodRow.apply(++lines).split(",", -1);
            new TreeMap<>(values).forEach((column, value) -> fields[columns.indexOf(column)] = value);
            content.append(String.join(",", fields)).append('\n');
            return this;
        }

        /** A row of a version whose earlier rows say something else of it. */
        Rows inconsistent() {
            taken("class_b_self_first", "0.2");
            expected.add(lines + " catalogue_version catalogue.version-inconsistent");
            return this;
        }

        /** A row with this value that is rejected. */
        Rows rejected(String column, String value, String rule) {
            taken(column, value);
            expected.add(lines + " " + column + " " + rule);
            return this;
        }
    }

    private void check(FileKind kind, Rows rows) {
        TestLoads loads = new TestLoads(database.database(), folder);
        LoadReport report = loads.load(kind, rows.content.toString());
        assertThat(loads.rejects(report)).isEqualTo(rows.expected);
        assertThat(report.files().get(0).inserted()).isEqualTo(rows.lines - 1 - rows.expected.size());
    }

    private static String longText(int length) {
        return "长".repeat(length);
    }

    @Test
    void ofInstitutions() {
        Rows rows = new Rows(
                "institution_code,name,credit_code,division_code,tier,kind,designated_from,designated_to",
                line -> "H37020200" + line + ",医院,,370202,1,hospital,2020-01-01,");
        rows.taken("name", longText(200))
                .taken("institution_code", "A-1")
                .taken("institution_code", "A".repeat(20))
                .taken("designated_from", "1900-01-01")
                .taken("designated_to", "9999-12-31")
                .rejected("institution_code", "A1", NOT_ALLOWED)
                .rejected("institution_code", "A".repeat(21), NOT_ALLOWED)
                .rejected("institution_code", "H 1", NOT_ALLOWED)
                .rejected("institution_code", "", MISSING)
                .rejected("name", longText(201), TOO_LONG)
                .rejected("name", "  　 ", MISSING)
                .rejected("credit_code", "91110000600037342L", "credit-code.organisation-checksum")
                .rejected("credit_code", "91350200M000000510", "credit-code.checksum")
                .rejected("division_code", "37020A", NOT_ALLOWED)
                .rejected("division_code", "3702021", NOT_ALLOWED)
                .rejected("division_code", "３７０２０２", NOT_ALLOWED)
                .rejected("tier", "0", OUT_OF_RANGE)
                .rejected("tier", "4", OUT_OF_RANGE)
                .rejected("tier", "1.5", NOT_A_NUMBER)
                .rejected("tier", "9999999999999999999", NOT_A_NUMBER)
                .rejected("kind", "school", NOT_ALLOWED)
                .rejected("designated_from", "1899-12-31", OUT_OF_RANGE)
                .rejected("designated_from", "2101-01-01", OUT_OF_RANGE)
                .rejected("designated_from", "2025-02-29", NOT_A_DATE)
                .rejected("designated_to", "2019-12-31", "period.reversed");
        check(InstitutionFile.KIND, rows);
    }

    @Test
    void ofPersons() {
        Rows rows = new Rows(
                "resident_id,name,sex,birth_date,division_code,phone,address",
                line -> SmallRegistry.number(100 + 2 * line) + ",王芳,female,1958-03-02,370202,,");
        rows.row(Map.of("name", longText(100), "phone", "1".repeat(30), "address", longText(200)))
                .row(Map.of("resident_id", "440524188001010014", "sex", "male", "birth_date", "1880-01-01"))
                .rejected("resident_id", "", MISSING)
                .rejected("resident_id", "110105194912310021", "id.checksum")
                .rejected("resident_id", "3.70202E+17", "id.spreadsheet")
                .rejected("name", longText(101), TOO_LONG)
                .rejected("sex", "x", NOT_ALLOWED)
                .rejected("sex", "male", "person.sex-mismatch")
                .rejected("birth_date", "1849-12-31", OUT_OF_RANGE)
                .rejected("birth_date", "2200-01-01", OUT_OF_RANGE)
                .rejected("birth_date", "1958-03-03", "person.birth-mismatch")
                .rejected("division_code", "abcdef", NOT_ALLOWED)
                .rejected("phone", "1".repeat(31), TOO_LONG)
                .rejected("address", longText(201), TOO_LONG);
        check(PersonFile.KIND, rows);
    }

    @Test
    void ofCompanies() {
        Rows rows = new Rows(
                "credit_code,name,division_code,industry_code,registered_on",
                line -> CREDIT_CODES.get(Math.min(line - 1, 3)) + ",公司,370202,,");
        rows.row(Map.of("name", longText(200), "industry_code", "C".repeat(10), "registered_on", "2100-12-31"))
                .rejected("credit_code", "91440300708461136X", "credit-code.checksum")
                .rejected("name", longText(201), TOO_LONG)
                .rejected("division_code", "37020", NOT_ALLOWED)
                .rejected("industry_code", "C".repeat(11), TOO_LONG)
                .rejected("registered_on", "0001-01-01", OUT_OF_RANGE)
                .rejected("registered_on", "2025-13-01", NOT_A_DATE);
        check(CompanyFile.KIND, rows);
    }

    @Test
    void ofEmployments() {
        Rows rows = new Rows(
                "resident_id,credit_code,occupation_code,from_date,to_date",
                line -> SmallRegistry.number(498 + 2 * (line - 1)) + "," + CREDIT_CODES.get(0) + ",,2020-01-01,");
        rows.row(Map.of("occupation_code", "8-99-99-99", "to_date", "9999-12-31"))
                .rejected("resident_id", SmallRegistry.number(998), "person.unknown")
                .rejected("credit_code", "91110108551385082Q", "company.unknown")
                .rejected("occupation_code", "9-01-01-01", NOT_ALLOWED)
                .rejected("occupation_code", "4-07-03", NOT_ALLOWED)
                .rejected("from_date", "1800-01-01", OUT_OF_RANGE)
                .rejected("from_date", "", MISSING)
                .rejected("to_date", "2019-12-31", "period.reversed");
        check(EmploymentFile.KIND, rows);
    }

    @Test
    void ofEnrolments() {
        Rows rows = new Rows(
                "resident_id,scheme,person_type,from_date,to_date",
                line -> SmallRegistry.number(498 + 2 * (line - 1)) + ",310,11,2020-01-01,");
        rows.taken("to_date", "9999-12-31")
                .rejected("resident_id", SmallRegistry.number(998), "person.unknown")
                .rejected("scheme", "31", NOT_ALLOWED)
                .rejected("scheme", "31a", NOT_ALLOWED)
                .rejected("person_type", "111", NOT_ALLOWED)
                .rejected("person_type", "", MISSING)
                .rejected("from_date", "2101-01-01", OUT_OF_RANGE)
                .rejected("to_date", "2019-01-01", "period.reversed");
        check(EnrolmentFile.KIND, rows);
    }

    @Test
    void ofAccounts() {
        Rows rows = new Rows(
                "resident_id,entry_date,kind,amount,reference",
                line -> SmallRegistry.number(500) + ",2025-01-01,credit,10.00,R-" + line);
        rows.taken("amount", "0.01")
                .taken("amount", "99999999999999.99")
                .taken("reference", longText(60))
                .rejected("entry_date", "1899-01-01", OUT_OF_RANGE)
                .rejected("kind", "claim", NOT_ALLOWED)
                .rejected("amount", "0", OUT_OF_RANGE)
                .rejected("amount", "-1", OUT_OF_RANGE)
                .rejected("amount", "100000000000000", OUT_OF_RANGE)
                .rejected("amount", "0.001", NOT_A_NUMBER)
                .rejected("amount", "1e3", NOT_A_NUMBER)
                .rejected("amount", "123456789012345678901", NOT_A_NUMBER)
                .rejected("reference", longText(61), TOO_LONG)
                .rejected("reference", "", MISSING);
        check(AccountFile.KIND, rows);
    }

    @Test
    void ofCatalogues() {
        Rows rows = new Rows(
                "catalogue_version,valid_from,class_b_self_first,item_code,name,kind,class,unit,price_limit_1,"
                        + "price_limit_2,price_limit_3,self_first",
                line -> "2025-1,2025-01-01,0.1,D" + line + ",药,drug,B,盒,,,,");
        rows.taken("self_first", "0")
                .taken("self_first", "1.0000")
                .taken("price_limit_1", "9999999999.999999")
                .taken("price_limit_3", "0")
                .taken("item_code", "D".repeat(40))
                .taken("name", longText(200))
                .row(Map.of("catalogue_version", "2".repeat(20), "valid_from", "2100-12-31", "class_b_self_first", "1"))
                .rejected("catalogue_version", "2".repeat(21), TOO_LONG)
                .rejected("valid_from", "1899-12-31", OUT_OF_RANGE)
                .rejected("class_b_self_first", "1.0001", OUT_OF_RANGE)
                .rejected("class_b_self_first", "-0.1", OUT_OF_RANGE)
                .inconsistent()
                .rejected("item_code", "D".repeat(41), TOO_LONG)
                .rejected("name", longText(201), TOO_LONG)
                .rejected("kind", "food", NOT_ALLOWED)
                .rejected("class", "D", NOT_ALLOWED)
                .rejected("unit", longText(21), TOO_LONG)
                .rejected("price_limit_1", "-0.01", OUT_OF_RANGE)
                .rejected("price_limit_2", "10000000000", OUT_OF_RANGE)
                .rejected("price_limit_3", "0.0000001", NOT_A_NUMBER)
                .rejected("self_first", "1.5", OUT_OF_RANGE)
                .rejected("self_first", "-0.0001", OUT_OF_RANGE)
                .rejected("self_first", "10%", NOT_A_NUMBER);
        check(CatalogueFile.KIND, rows);
    }

    @Test
    void ofCalendars() {
        Rows rows =
                new Rows("day,kind,name,source", line -> "2031-01-" + String.format("%02d", line) + ",holiday,元旦,国办发");
        rows.row(Map.of("day", "2100-12-31", "name", longText(100), "source", longText(200)))
                .rejected("day", "2101-01-01", OUT_OF_RANGE)
                .rejected("day", "1899-12-31", OUT_OF_RANGE)
                .rejected("kind", "sunday", NOT_ALLOWED)
                .rejected("name", longText(101), TOO_LONG)
                .rejected("source", "", MISSING);
        check(CalendarFile.KIND, rows);
    }

    @Test
    void ofCodes() {
        Rows rows =
                new Rows("code,name,name_en,source,valid_from,valid_to", line -> "X" + line + ",名称,,来源,2025-01-01,");
        rows.taken("valid_to", "9999-12-31")
                .taken("code", "X".repeat(40))
                .rejected("code", "X".repeat(41), TOO_LONG)
                .rejected("name", "", MISSING)
                .rejected("name_en", "x".repeat(201), TOO_LONG)
                .rejected("valid_from", "1776-07-04", OUT_OF_RANGE)
                .rejected("valid_to", "2024-12-31", "period.reversed");
        check(CodeFile.of("med_type", "2031-01"), rows);
    }
}
