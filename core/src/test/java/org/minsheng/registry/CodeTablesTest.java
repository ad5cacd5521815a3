package org.minsheng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.db.TestDatabase;

@Tag("database")
class CodeTablesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final CodeTables tables = new CodeTables(database.handle());

    @BeforeEach
    void begin() {
        database.handle().begin();
    }

    @AfterEach
    void forget() {
        database.handle().rollback();
    }

    @Test
    void shipsTheSchemesWithTheirSourceInBothLanguages() {
        assertThat(tables.inForce("insutype", DAY))
                .extracting(Code::code)
                .containsExactly("310", "340", "390", "392", "410", "510");
        assertThat(tables.find("insutype", "310", DAY).orElseThrow()).satisfies(code -> {
            assertThat(code.name()).isEqualTo("职工基本医疗保险");
            assertThat(code.englishName()).isEqualTo("Employees' basic medical insurance");
            assertThat(code.source()).contains("unverified");
        });
        assertThat(tables.inForce("industry", DAY)).hasSize(20);
        assertThat(tables.inForce("occupation", DAY)).hasSize(8);
    }

    @Test
    void listsTablesThatWaitForAnImportToo() {
        List<CodeTable> all = tables.list();

        assertThat(all).extracting(CodeTable::name).isSorted().contains("insutype", "diagnosis");
        assertThat(all)
                .filteredOn(table -> table.name().equals("diagnosis"))
                .extracting(CodeTable::codes)
                .containsExactly(0);
        assertThat(all)
                .filteredOn(table -> table.name().equals("sex"))
                .extracting(CodeTable::versions)
                .containsExactly(List.of("2003"));
    }

    @Test
    void theLatestVersionSpeaksForTheCodesItNames() {
        add("2026-01", "21", "住院", LocalDate.of(2026, 1, 1), null);
        add("2026-01", "41", "购药", null, LocalDate.of(2025, 12, 31));

        assertThat(tables.find("med_type", "21", DAY)).map(Code::name).contains("普通住院");
        assertThat(tables.find("med_type", "21", LocalDate.of(2026, 1, 1)))
                .map(Code::name)
                .contains("住院");
        assertThat(tables.find("med_type", "41", DAY)).map(Code::name).contains("购药");
        assertThat(tables.find("med_type", "41", LocalDate.of(2026, 1, 1)))
                .as("a code that the latest version ends")
                .isEmpty();
        assertThat(tables.find("med_type", "11", LocalDate.of(2026, 1, 1)))
                .as("a code that the latest version leaves out")
                .isPresent();
        assertThat(tables.version("med_type", "2026-01")).hasSize(2);
    }

    @Test
    void understandsWhatASenderMeans() {
        tables.map(new CodeMapping("med_type", "H37020200123", "ZY", "21"), "letter of 18 March");

        assertThat(tables.resolve("med_type", "H37020200123", "ZY", DAY))
                .map(Code::code)
                .contains("21");
        assertThat(tables.resolve("med_type", "H37020200123", "21", DAY))
                .map(Code::code)
                .contains("21");
        assertThat(tables.resolve("med_type", "H37020200124", "ZY", DAY)).isEmpty();
        assertThat(tables.resolve("med_type", null, "11", DAY)).map(Code::code).contains("11");
    }

    @Test
    void aMappingIsReplacedAndTakenBack() {
        tables.map(new CodeMapping("med_type", "H1", "ZY", "21"), null);
        tables.map(new CodeMapping("med_type", "H1", "ZY", "52"), null);
        assertThat(tables.mappings("med_type", "H1")).containsExactly(new CodeMapping("med_type", "H1", "ZY", "52"));

        tables.unmap("med_type", "H1", "ZY", null);

        assertThat(tables.mappings("med_type", null)).isEmpty();
        assertThat(database.handle()
                        .createQuery("SELECT count(*) FROM run.audit_entry WHERE action = 'code map'")
                        .mapTo(Integer.class)
                        .one())
                .isEqualTo(3);
    }

    @Test
    void namesWhatIsUnknown() {
        assertThatThrownBy(() -> tables.inForce("nothing", DAY)).hasMessageContaining("code.table-unknown");
        assertThatThrownBy(() -> tables.version("sex", "1999")).hasMessageContaining("code.version-unknown");
        assertThatThrownBy(() -> tables.map(new CodeMapping("sex", "H1", "m", "7"), null))
                .hasMessageContaining("code.unknown");
        assertThatThrownBy(() -> tables.unmap("sex", "H1", "m", null)).hasMessageContaining("code.mapping-unknown");
    }

    private static void add(String version, String code, String name, LocalDate from, LocalDate to) {
        database.handle()
                .execute(
                        "INSERT INTO registry.code VALUES ('med_type', ?, ?, ?, NULL, 'test', ?, ?)",
                        version,
                        code,
                        name,
                        from,
                        to);
    }
}
