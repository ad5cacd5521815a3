package org.minsheng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minsheng.load.TestLoads.figures;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.base.ResidentId;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.load.FileKind;
import org.minsheng.load.LoadReport;
import org.minsheng.load.TestLoads;
import org.minsheng.load.UndoService;

@Tag("database")
class RegistryFilesTest {
    private static final String WOMAN = "11010519491231002X";
    private static final String MAN = "360426199101010071";
    private static final String COMPANY = "91350100M000100Y43";
    private static final List<FileKind> KINDS =
            List.of(PersonFile.KIND, InstitutionFile.KIND, CompanyFile.KIND, EmploymentFile.KIND, EnrolmentFile.KIND);

    private static final String PERSONS = """
            resident_id,name,sex,birth_date,division_code,phone,address
            11010519491231002x,王芳,女,1949-12-31,370202,13812345678,香港中路1号
            ３６０４２６１９９１０１０１００７１,李强,1,19910101,370203,,
            """;
    private static final String COMPANIES = """
            credit_code,name,division_code,industry_code,registered_on
            91350100M000100Y43,某某公司,370202,C13,2015-06-01
            """;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private final Handle handle = database.handle();
    private TestLoads loads;

    @BeforeEach
    void empty() {
        loads = new TestLoads(database.database(), folder);
        try (Database superuser = new Database(database.superuserSettings())) {
            superuser.handle().execute("SET session_replication_role = replica");
            superuser
                    .handle()
                    .execute("TRUNCATE registry.person, registry.company, registry.institution, load.load CASCADE");
        }
    }

    private List<String> rows(String query) {
        return handle.createQuery(query).mapTo(String.class).list();
    }

    private void undo(LoadReport report) {
        new UndoService(handle, KINDS).undo(report.runId(), "test");
    }

    @Test
    void loadsPersonsInNormalFormWithTheirBucket() {
        assertThat(figures(loads.load(PersonFile.KIND, PERSONS)))
                .isEqualTo("2 = 2 new + 0 changed + 0 unchanged, 0 rejected");
        assertThat(rows("SELECT concat_ws(' ', resident_id, bucket, name, sex, birth_date, division_code, phone)"
                        + " FROM registry.person ORDER BY resident_id"))
                .containsExactly(
                        WOMAN + " " + ResidentId.bucketOf(WOMAN) + " 王芳 female 1949-12-31 370202 13812345678",
                        MAN + " " + ResidentId.bucketOf(MAN) + " 李强 male 1991-01-01 370203");
    }

    @Test
    void changesAPersonAndTakesItBack() {
        loads.load(PersonFile.KIND, PERSONS);
        LoadReport second = loads.load(PersonFile.KIND, PERSONS.replace("13812345678", "13900000000"));

        assertThat(figures(second)).isEqualTo("2 = 0 new + 1 changed + 1 unchanged, 0 rejected");
        assertThat(rows("SELECT phone FROM registry.person WHERE phone IS NOT NULL"))
                .containsExactly("13900000000");
        undo(second);
        assertThat(rows("SELECT phone FROM registry.person WHERE phone IS NOT NULL"))
                .containsExactly("13812345678");
    }

    @Test
    void rejectsWhatAnIdentityNumberContradicts() {
        LoadReport report = loads.load(PersonFile.KIND, """
                身份证号,姓名,性别,出生日期,行政区划代码
                11010519491231002X,王芳,男,1949-12-31,370202
                11010519491231002X,王芳,女,1949-12-30,370202
                110105194902310026,王芳,女,1949-02-28,370202
                110105194912310021,王芳,女,1949-12-31,370202
                3.70202E+17,王芳,女,1949-12-31,370202
                36042619910101007,李强,男,1991-01-01,370202
                360426199101010071,李强,男,1991-01-01,3702
                360426199101010071,,男,1991-01-01,370202
                360426199101010071,李强,男,1991-01-01,370202
                """);
        assertThat(figures(report)).isEqualTo("9 = 1 new + 0 changed + 0 unchanged, 8 rejected");
        assertThat(loads.rejects(report))
                .containsExactly(
                        "2 性别 person.sex-mismatch",
                        "3 出生日期 person.birth-mismatch",
                        "4 身份证号 id.birth-date",
                        "5 身份证号 id.checksum",
                        "6 身份证号 id.spreadsheet",
                        "7 身份证号 id.length",
                        "8 行政区划代码 value.not-allowed",
                        "9 姓名 value.missing");
    }

    @Test
    void showsAnIdentityNumberMaskedOnly() {
        LoadReport report = loads.load(
                EnrolmentFile.KIND,
                "resident_id,scheme,person_type,from_date,to_date\n" + WOMAN + ",310,11,2025-01-01,\n");
        assertThat(report.samples().get(0).toString())
                .contains("1101**********002X")
                .doesNotContain(WOMAN);
        assertThat(rows("SELECT value || facts FROM load.reject").toString()).doesNotContain(WOMAN);
    }

    @Test
    void loadsInstitutions() {
        String header =
                "fixmedins_code,fixmedins_name,credit_code,division_code,tier,kind,designated_from,designated_to\n";
        LoadReport first = loads.load(
                InstitutionFile.KIND,
                header + "H37020200123,青岛市某医院,,370202,3,医院,2020-01-01,\n"
                        + "H37020200124,某药店,91350200M000000510,370202,1,pharmacy,2020-01-01,\n"
                        + "H37020200125,某诊所,,370202,4,clinic,2020-01-01,\n"
                        + "H37020200126,某诊所,,370202,1,clinic,2020-01-01,2019-01-01\n");
        assertThat(figures(first)).isEqualTo("4 = 1 new + 0 changed + 0 unchanged, 3 rejected");
        assertThat(loads.rejects(first))
                .containsExactly(
                        "3 credit_code credit-code.checksum",
                        "4 tier value.out-of-range",
                        "5 designated_to period.reversed");
        LoadReport second = loads.load(InstitutionFile.KIND, header + "H37020200123,青岛市某医院,,370202,2,医院,2020-01-01,\n");
        assertThat(figures(second)).isEqualTo("1 = 0 new + 1 changed + 0 unchanged, 0 rejected");
        undo(second);
        undo(first);
        assertThat(rows("SELECT name FROM registry.institution")).isEmpty();
    }

    @Test
    void loadsCompaniesAndEmployments() {
        LoadReport persons = loads.load(PersonFile.KIND, PERSONS);
        LoadReport companies = loads.load(
                CompanyFile.KIND, COMPANIES + "91110000600037342L,错公司,370202,,\n" + COMPANY + ",又一个,370202,,\n");
        assertThat(loads.rejects(companies))
                .containsExactly("3 credit_code credit-code.organisation-checksum", "4 credit_code load.double-key");

        String header = "resident_id,credit_code,occupation_code,from_date,to_date\n";
        LoadReport employments = loads.load(
                EmploymentFile.KIND,
                header + WOMAN + "," + COMPANY + ",4-07-03-01,2020-01-01,2021-01-01\n" + MAN + "," + COMPANY
                        + ",,2020-01-01,\n" + "440524188001010014," + COMPANY + ",,2020-01-01,\n" + MAN
                        + ",91110000600037341L,,2020-01-01,\n" + MAN + "," + COMPANY + ",9-01,2022-01-01,\n" + MAN + ","
                        + COMPANY + ",,2022-01-01,2021-01-01\n");
        assertThat(loads.rejects(employments))
                .containsExactly(
                        "4 resident_id person.unknown",
                        "5 credit_code company.unknown",
                        "6 occupation_code value.not-allowed",
                        "7 to_date period.reversed");
        LoadReport second = loads.load(EmploymentFile.KIND, header + MAN + "," + COMPANY + ",,2020-01-01,2024-12-31\n");
        assertThat(figures(second)).isEqualTo("1 = 0 new + 1 changed + 0 unchanged, 0 rejected");

        assertThatThrownBy(() -> undo(persons)).hasMessageContaining("undo.depended-on");
        undo(second);
        assertThat(rows("SELECT concat_ws(' ', from_date, to_date) FROM registry.employment ORDER BY 1"))
                .containsExactly("2020-01-01", "2020-01-01 2021-01-01");
        undo(employments);
        undo(companies);
        undo(persons);
        assertThat(rows("SELECT name FROM registry.person")).isEmpty();
    }

    @Test
    void keepsOneSpellAtATime() {
        loads.load(PersonFile.KIND, PERSONS);
        String header = "certno,insutype,psn_type,begndate,enddate\n";
        LoadReport first = loads.load(
                EnrolmentFile.KIND,
                header + WOMAN + ",310,11,2020-01-01,2020-12-31\n" + WOMAN + ",310,11,2020-12-31,2021-12-31\n" + WOMAN
                        + ",390,14,2020-06-01,\n" + WOMAN + ",310,11,2021-01-01,\n" + MAN + ",31,11,2021-01-01,\n");
        assertThat(loads.rejects(first))
                .containsExactly(
                        "3 begndate enrolment.overlap", "5 begndate enrolment.overlap", "6 insutype value.not-allowed");

        LoadReport second = loads.load(
                EnrolmentFile.KIND, header + WOMAN + ",310,11,2021-01-01,\n" + WOMAN + ",310,11,2020-02-01,\n");
        assertThat(figures(second)).isEqualTo("2 = 1 new + 0 changed + 0 unchanged, 1 rejected");

        LoadReport third = loads.load(
                EnrolmentFile.KIND,
                header + WOMAN + ",310,12,2025-07-01,\n" + WOMAN + ",310,11,2021-01-01,2025-06-30\n");
        assertThat(figures(third)).isEqualTo("2 = 1 new + 1 changed + 0 unchanged, 0 rejected");
        undo(third);
        assertThat(rows("SELECT concat_ws(' ', scheme, person_type, from_date, to_date) FROM registry.enrolment"
                        + " ORDER BY 1"))
                .containsExactly("310 11 2020-01-01 2020-12-31", "310 11 2021-01-01", "390 14 2020-06-01");
    }
}
