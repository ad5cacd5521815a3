package org.minsheng.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.base.BusinessCalendar.DayKind;
import org.minsheng.db.TestDatabase;
import org.minsheng.load.FileKind;
import org.minsheng.load.LoadReport;
import org.minsheng.load.TestLoads;
import org.minsheng.load.UndoService;

@Tag("database")
class CodeFilesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    Path folder;

    private final CodeTables tables = new CodeTables(database.handle());
    private TestLoads loads;

    @BeforeEach
    void prepare() {
        loads = new TestLoads(database.database(), folder);
    }

    private void undo(LoadReport report) {
        new UndoService(database.handle(), List.of(CodeFile.KIND, CalendarFile.KIND)).undo(report.runId(), "test");
    }

    @Test
    void aCodeOfOneTableMendsNoRejectOfAnother() {
        String header = "code,name,name_en,source,valid_from,valid_to\n";
        String bad = header + "71,坏,,医保办函1号,2026-01-01,2025-01-01\n";
        String good = header + "71,好,,医保办函1号,2026-01-01,\n";
        LoadReport rejected = loads.load(CodeFile.of("med_type", "2026-02"), bad);

        loads.load(CodeFile.of("insutype", "2026-02"), good);
        assertThat(openRejects(rejected)).isEqualTo(1);

        loads.load(CodeFile.of("med_type", "2026-02"), good);
        assertThat(openRejects(rejected)).isZero();
    }

    private static long openRejects(LoadReport report) {
        return database.handle()
                .createQuery("SELECT count(*) FROM load.reject WHERE run_id = :run AND state = 'open'")
                .bind("run", report.runId())
                .mapTo(Long.class)
                .one();
    }

    @Test
    void aVersionIsImportedMendedAndTakenBack() {
        FileKind kind = CodeFile.of("med_type", "2026-01");
        LoadReport first = loads.load(kind, """
                代码,名称,英文名称,依据,生效日期,失效日期
                21,住院,Inpatient,医保办函1号,2026-01-01,
                41,购药,,医保办函1号,2020-01-01,2025-12-31
                99,其他,,医保办函1号,2026-01-01,2025-01-01
                21,住院二,,医保办函1号,2026-01-01,
                """);

        assertThat(TestLoads.figures(first)).isEqualTo("4 = 2 new + 0 changed + 0 unchanged, 2 rejected");
        assertThat(loads.rejects(first)).containsExactly("4 失效日期 period.reversed", "5 代码 load.double-key");
        assertThat(tables.find("med_type", "21", DAY)).map(Code::name).contains("住院");
        assertThat(tables.find("med_type", "41", DAY)).isEmpty();
        assertThat(tables.find("med_type", "11", DAY)).isPresent();

        LoadReport second = loads.load(kind, """
                code,name,name_en,source,valid_from,valid_to
                21,住院治疗,Inpatient,医保办函2号,2026-01-01,
                41,购药,,医保办函1号,2020-01-01,2025-12-31
                """);

        assertThat(TestLoads.figures(second)).isEqualTo("2 = 0 new + 1 changed + 1 unchanged, 0 rejected");
        assertThat(tables.find("med_type", "21", DAY)).map(Code::name).contains("住院治疗");

        undo(second);
        assertThat(tables.find("med_type", "21", DAY)).map(Code::name).contains("住院");
        undo(first);
        assertThat(tables.find("med_type", "21", DAY)).map(Code::name).contains("普通住院");
        assertThat(tables.find("med_type", "41", DAY)).isPresent();
    }

    @Test
    void aNoticeIsImportedAndTakenBack() {
        CalendarStore store = new CalendarStore(database.handle());
        LoadReport report = loads.load(CalendarFile.KIND, """
                日期,类型,节日,依据
                2027-01-01,放假,元旦,某通知
                2026-02-14,放假,春节,某通知
                2027-02-30,放假,春节,某通知
                2027-01-03,休息,元旦,某通知
                """);

        assertThat(TestLoads.figures(report)).isEqualTo("4 = 1 new + 1 changed + 0 unchanged, 2 rejected");
        assertThat(loads.rejects(report)).containsExactly("4 日期 value.not-a-date", "5 类型 value.not-allowed");
        assertThat(store.calendar().covers(2027)).isTrue();
        assertThat(store.calendar().isWorkday(LocalDate.of(2026, 2, 14))).isFalse();

        undo(report);

        assertThat(store.calendar().covers(2027)).isFalse();
        assertThat(store.show(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 14)))
                .containsExactly(
                        new CalendarDay(LocalDate.of(2026, 2, 14), DayKind.WORKDAY, "春节调休", "国务院办公厅2025年11月4日通知"));
    }
}
