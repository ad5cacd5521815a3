package org.minsheng.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.db.Database;
import org.minsheng.db.Locks;
import org.minsheng.db.TestDatabase;
import org.minsheng.run.Progress;

@Tag("database")
class BulkLoaderTest {
    private static final String HEADER = "shop_code,bill_no,billed_on,customer,phone,sex,amount\n";
    private static final String TWO_BILLS =
            HEADER + "S1,B1,2025-01-01,张三,13812345678,男,10.00\nS1,B2,2025-01-02,李四,,女,20.50\n";
    private static final String LINE_HEADER =
            "shop_code,bill_no,line_no,sold_on,item_code,quantity,unit_price,amount\n";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private final Handle handle = database.handle();

    @BeforeAll
    static void createSampleTables() {
        try (Database superuser = new Database(database.superuserSettings())) {
            KindScripts.execute(superuser.handle(), """
                    CREATE SCHEMA sample;
                    CREATE TABLE sample.bill (shop_code text, bill_no text, billed_on date NOT NULL, customer text,
                        phone text, sex text, amount bigint NOT NULL, run_id bigint NOT NULL REFERENCES run.run,
                        PRIMARY KEY (shop_code, bill_no));
                    CREATE TABLE sample.line (shop_code text, bill_no text, line_no integer, item_code text,
                        amount bigint, run_id bigint NOT NULL,
                        PRIMARY KEY (shop_code, bill_no, line_no),
                        FOREIGN KEY (shop_code, bill_no) REFERENCES sample.bill);
                    GRANT USAGE ON SCHEMA sample TO minsheng_admin;
                    GRANT ALL ON ALL TABLES IN SCHEMA sample TO minsheng_admin""");
        }
    }

    @BeforeEach
    void empty() {
        KindScripts.execute(handle, "DELETE FROM sample.line; DELETE FROM sample.bill");
        // So that the same bytes of another test are not the last load.
        load("empty.csv", HEADER + "S0,B" + System.nanoTime() + ",2025-01-01,,,,0\n");
        KindScripts.execute(handle, "DELETE FROM sample.bill");
    }

    private LoadReport load(String name, String content) {
        return load(SampleFiles.write(folder, name, content));
    }

    private LoadReport load(Path file) {
        try (Source source = SampleFiles.open(file)) {
            return run(LoadRequest.of(LoadFile.of(SampleKinds.BILL, source)));
        }
    }

    private LoadReport run(LoadRequest request) {
        return new BulkLoader(database.database(), Progress.SILENT, problem -> problem.code()
                        .code())
                .load(request.rejectsIn(folder.resolve("rejects")));
    }

    private List<String> bills() {
        return handle.createQuery("SELECT concat_ws(' ', shop_code, bill_no, billed_on, customer, sex, amount)"
                        + " FROM sample.bill ORDER BY 1")
                .mapTo(String.class)
                .list();
    }

    private static String figures(LoadReport report) {
        StringBuilder figures = new StringBuilder();
        for (LoadReport.OfFile file : report.files()) {
            figures.append(figures.isEmpty() ? "" : " / ")
                    .append(file.read())
                    .append(" = ")
                    .append(file.inserted())
                    .append(" + ")
                    .append(file.changed())
                    .append(" + ")
                    .append(file.unchanged())
                    .append(" + ")
                    .append(file.rejected());
        }
        return figures.toString();
    }

    @Test
    void writesOnlyWhatDiffers() {
        assertThat(figures(load("a.csv", TWO_BILLS))).isEqualTo("2 = 2 + 0 + 0 + 0");
        LoadReport report = load(
                "b.csv",
                HEADER + "S1,B1,2025-01-01,张三,13812345678,男,10.00\nS1,B2,2025-01-02,李四,,女,21\nS2,B1,20250103,,,,1\n");

        assertThat(figures(report)).isEqualTo("3 = 1 + 1 + 1 + 0");
        assertThat(bills())
                .containsExactly(
                        "S1 B1 2025-01-01 张三 male 1000", "S1 B2 2025-01-02 李四 female 2100", "S2 B1 2025-01-03 100");
        assertThat(handle.createQuery("SELECT count(*) FROM sample.bill WHERE run_id = :run")
                        .bind("run", report.runId())
                        .mapTo(Integer.class)
                        .one())
                .isEqualTo(2);
        assertThat(handle.createQuery("SELECT job || ' ' || state FROM run.run WHERE run_id = :run")
                        .bind("run", report.runId())
                        .mapTo(String.class)
                        .one())
                .isEqualTo("sample-bill import done");
    }

    @Test
    void doesNothingForTheFileThatWasLoadedLast() {
        LoadReport first = load("a.csv", TWO_BILLS);
        LoadReport second = load("renamed.csv", TWO_BILLS);

        assertThat(second.sameAs()).isEqualTo(first.runId());
        load("b.csv", HEADER + "S1,B2,2025-01-02,李四,,女,21\n");
        assertThat(figures(load("a.csv", TWO_BILLS))).isEqualTo("2 = 0 + 1 + 1 + 0");
    }

    @Test
    void plansWithoutWriting() {
        try (Source source = SampleFiles.open(SampleFiles.write(folder, "a.csv", TWO_BILLS + "S1,,x,,,,1\n"))) {
            LoadFile file = LoadFile.of(SampleKinds.BILL, source).rejectsTo(folder.resolve("dry.csv"));
            LoadReport report = run(LoadRequest.of(file).planOnly());
            assertThat(figures(report)).isEqualTo("3 = 2 + 0 + 0 + 1");
            assertThat(report.runId()).isZero();
        }
        assertThat(bills()).isEmpty();
        assertThat(folder.resolve("dry.csv")).exists();
        assertThat(figures(load("a.csv", TWO_BILLS))).isEqualTo("2 = 2 + 0 + 0 + 0");
    }

    @Test
    void keepsTheFirstRowOfADoubleKey() {
        LoadReport report = load("a.csv", TWO_BILLS + "S1,B1,2025-05-05,王五,,男,99\n");

        assertThat(figures(report)).isEqualTo("3 = 2 + 0 + 0 + 1");
        assertThat(report.samples().get(0).line()).isEqualTo(4);
        assertThat(report.samples().get(0).problem().toString()).startsWith("load.double-key{first=2");
        assertThat(bills()).contains("S1 B1 2025-01-01 张三 male 1000");
    }

    @Test
    void rejectsAreMendedAndLoadedAgain() throws IOException {
        String content = """
                单号,店铺,日期,姓名,电话,金额
                B1,S1,2025-01-01,"张,三",13812345678,1
                B2,S1,2025-02-30,李四,13812345678,2
                B3,CLOSED,2025-02-01,王五,,3
                B4,S1
                B5,"S1,2025-02-01
                """;
        LoadReport report = load("a.csv", content);
        Path rejects = report.files().get(0).rejects();

        assertThat(figures(report)).isEqualTo("5 = 1 + 0 + 0 + 4");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rejects)))
                .isEqualTo("rw-------");
        String run = Long.toString(report.runId());
        assertThat(Files.readString(rejects).replace("," + run + ",", ",RUN,")).isEqualTo("""
                        单号,店铺,日期,姓名,电话,金额,reject_run,reject_line,reject_column,reject_rule,reject_value,reject_reason
                        B2,S1,2025-02-30,李四,13812345678,2,RUN,3,日期,value.not-a-date,2025-02-30,value.not-a-date
                        B3,CLOSED,2025-02-01,王五,,3,RUN,4,店铺,sample.shop-closed,CLOSED,sample.shop-closed
                        B4,S1,RUN,5,,load.ragged-row,,load.ragged-row
                        "B5,""S1,2025-02-01",RUN,6,,load.broken-quote,,load.broken-quote
                        """);
        assertThat(openRejects(report.runId())).containsExactly(3L, 4L, 5L, 6L);

        String mended = Files.readString(rejects).replace("2025-02-30,", "2025-02-28,");
        LoadReport again = load("mended.csv", mended);
        assertThat(figures(again)).isEqualTo("4 = 1 + 0 + 0 + 3");
        assertThat(openRejects(report.runId())).containsExactly(4L, 5L, 6L);
        assertThat(bills()).containsExactly("S1 B1 2025-01-01 张,三 100", "S1 B2 2025-02-28 李四 200");
    }

    @Test
    void closesTheRejectsOfAFileThatIsSentAgainCorrected() {
        long run = load("a.csv", HEADER + """
                        S1,B1,2025-02-30,,,,1
                        S1,B2,30.2.2025,,,,2
                        S1,,2025-02-01,,,,3
                        """).runId();
        assertThat(openRejects(run)).containsExactly(2L, 3L, 4L);

        LoadReport again = load("a-corrected.csv", HEADER + """
                        S1,B1,2025-02-28,,,,1
                        S1,B2,2025-02-32,,,,2
                        S1,B3,2025-02-01,,,,3
                        """);

        assertThat(openRejects(run))
                .as("B2 is bad again; nobody knows what line 4 was")
                .containsExactly(3L, 4L);
        assertThat(openRejects(again.runId())).containsExactly(3L);
    }

    private List<Long> openRejects(long run) {
        return handle.createQuery(
                        "SELECT line_no FROM load.reject WHERE run_id = :run AND state = 'open' ORDER BY line_no")
                .bind("run", run)
                .mapTo(Long.class)
                .list();
    }

    @Test
    void showsSensitiveValuesMasked() {
        LoadReport report = load("a.csv", HEADER + "S1,B1,2025-01-01,,1381234567813812345678,,1\n");
        assertThat(report.samples().get(0).value()).isEqualTo("1381**************5678");
        assertThat(handle.createQuery("SELECT value FROM load.reject WHERE run_id = :run")
                        .bind("run", report.runId())
                        .mapTo(String.class)
                        .one())
                .isEqualTo("1381**************5678");
    }

    @Test
    void refusesEverythingWhenTooManyRowsAreRejected() {
        Path file = SampleFiles.write(folder, "a.csv", TWO_BILLS + "S1,,2025-01-01,,,,1\n");
        try (Source source = SampleFiles.open(file)) {
            LoadRequest request = LoadRequest.of(LoadFile.of(SampleKinds.BILL, source));
            assertThatThrownBy(() -> run(request.atMost(MaxRejects.of("33%"))))
                    .hasMessageContaining("load.too-many-rejects")
                    .hasMessageContaining("rejected=1, read=3, allowed=33.00%");
            assertThat(bills()).isEmpty();
            assertThat(run(request.atMost(MaxRejects.of("34%"))).rejected()).isEqualTo(1);
        }
        assertThat(bills()).hasSize(2);
    }

    @Test
    void takesALoadBack() {
        load("a.csv", TWO_BILLS);
        List<String> before = bills();
        LoadReport second = load("b.csv", HEADER + "S1,B2,2025-01-02,李四,,女,21\nS2,B1,20250103,,,,1\n");
        UndoService undo = new UndoService(handle, List.of(SampleKinds.BILL, SampleKinds.LINE));

        undo.undo(second.runId(), "wrong file");

        assertThat(bills()).isEqualTo(before);
        assertThatThrownBy(() -> undo.undo(second.runId(), null)).hasMessageContaining("undo.wrong-state");
        assertThat(figures(load("b.csv", HEADER + "S1,B2,2025-01-02,李四,,女,21\nS2,B1,20250103,,,,1\n")))
                .isEqualTo("2 = 1 + 1 + 0 + 0");
    }

    @Test
    void doesNotTakeBackWhatSomethingDependsOn() {
        LoadReport first = load("a.csv", TWO_BILLS);
        LoadReport second = load("b.csv", HEADER + "S1,B2,2025-01-02,李四,,女,21\n");
        UndoService undo = new UndoService(handle, List.of(SampleKinds.BILL, SampleKinds.LINE));

        assertThatThrownBy(() -> undo.undo(first.runId(), null)).hasMessageContaining("undo.changed-since");

        undo.undo(second.runId(), null);
        KindScripts.execute(handle, "INSERT INTO sample.line VALUES ('S1', 'B1', 1, 'X', 1, 0)");
        assertThatThrownBy(() -> undo.undo(first.runId(), null))
                .hasMessageContaining("undo.depended-on")
                .hasMessageContaining("table=line");
        assertThat(bills()).hasSize(2);
        KindScripts.execute(handle, "DELETE FROM sample.line");
        undo.undo(first.runId(), null);
        assertThat(bills()).isEmpty();
    }

    @Test
    void aSecondLoadOfTheKindWaitsOutside() {
        try (Database other = new Database(database.settings());
                Locks.Held held = Locks.door(other.handle(), BulkLoader.job(SampleKinds.BILL))) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> load("a.csv", TWO_BILLS)).hasMessageContaining("db.job-running");
        }
    }

    @Test
    void leavesNothingWhenTheConnectionIsLostBeforeTheCommit() {
        Path file = SampleFiles.write(folder, "a.csv", TWO_BILLS + "S1,,2025-01-01,,,,1\n");
        long runs = count("run.run");
        try (Database victim = new Database(database.settings());
                Source source = SampleFiles.open(file)) {
            int pid = victim.handle()
                    .createQuery("SELECT pg_backend_pid()")
                    .mapTo(Integer.class)
                    .one();
            Progress killer = new Progress() {
                @Override
                public void stage(String name, long total) {
                    if (name.equals("load.merge")) {
                        handle.createQuery("SELECT pg_terminate_backend(:pid)")
                                .bind("pid", pid)
                                .mapTo(Boolean.class)
                                .one();
                    }
                }

                @Override
                public void advance(long done) {}

                @Override
                public void finish() {}
            };
            BulkLoader loader = new BulkLoader(victim, killer, problem -> "");
            LoadRequest request =
                    LoadRequest.of(LoadFile.of(SampleKinds.BILL, source)).rejectsIn(folder.resolve("rejects"));
            assertThatThrownBy(() -> loader.load(request)).isInstanceOf(RuntimeException.class);
        }
        assertThat(bills()).isEmpty();
        assertThat(count("run.run")).isEqualTo(runs);
        assertThat(figures(load(file))).isEqualTo("3 = 2 + 0 + 0 + 1");
    }

    private long count(String table) {
        return handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one();
    }

    @Test
    void billsAndTheirLinesAreTakenTogether() {
        Path bills = SampleFiles.write(
                folder,
                "bills.csv",
                HEADER + "S1,B1,2025-01-01,,,,1\nS1,B2,2025-01-01,,,,2\nS1,B3,2025-01-01,,,,3\nS1,B4,x,,,,3\n");
        Path lines = SampleFiles.write(
                folder,
                "lines.csv",
                LINE_HEADER + "S1,B1,1,2025-01-01,X,1,1,1\nS1,B2,1,2025-01-01,X,1,1,1\nS1,B2,2,2025-01-01,X,1,1,9\n"
                        + "S1,B4,1,2025-01-01,X,1,1,1\nS1,B9,1,2025-01-01,X,1,1,1\n");
        try (Source billSource = SampleFiles.open(bills);
                Source lineSource = SampleFiles.open(lines)) {
            LoadReport report = run(LoadRequest.of(
                    LoadFile.of(SampleKinds.BILL, billSource), LoadFile.of(SampleKinds.LINE, lineSource)));
            assertThat(figures(report)).isEqualTo("4 = 2 + 0 + 0 + 2 / 5 = 1 + 0 + 0 + 4");
            assertThat(handle.createQuery("SELECT file_no || ':' || line_no || ' ' || rule FROM load.reject"
                                    + " WHERE run_id = :run ORDER BY file_no, line_no")
                            .bind("run", report.runId())
                            .mapTo(String.class)
                            .list())
                    .containsExactly(
                            "1:3 sample.line-rejected",
                            "1:5 value.not-a-date",
                            "2:3 sample.bill-rejected",
                            "2:4 value.out-of-range",
                            "2:5 sample.bill-rejected",
                            "2:6 sample.bill-rejected");
            new UndoService(handle, List.of(SampleKinds.BILL, SampleKinds.LINE)).undo(report.runId(), null);
        }
        assertThat(bills()).isEmpty();
    }

    @Test
    void loadsBillsWithTheirLinesFromOneJsonFile() {
        String json = "{\"shop_code\":\"S1\",\"bill_no\":\"B1\",\"billed_on\":\"2025-01-01\",\"amount\":1,"
                + "\"lines\":[{\"line_no\":1,\"sold_on\":\"2025-01-01\",\"item_code\":\"X\",\"quantity\":1,"
                + "\"unit_price\":1,\"amount\":1},{\"line_no\":2,\"item_code\":\"X\"}]}\n"
                + "{\"shop_code\":\"S1\",\"bill_no\":\"B2\",\"billed_on\":\"2025-01-01\",\"amount\":2,\"lines\":[]}\n";
        byte[] gzip = SampleFiles.gzip(json.getBytes(StandardCharsets.UTF_8));
        try (Source source = SampleFiles.open(SampleFiles.write(folder, "bills.ndjson.gz", gzip))) {
            LoadReport report = run(LoadRequest.of(
                    LoadFile.of(SampleKinds.BILL, source),
                    LoadFile.nested(SampleKinds.LINE, source, SampleKinds.BILL)));
            assertThat(figures(report)).isEqualTo("2 = 1 + 0 + 0 + 1 / 2 = 0 + 0 + 0 + 2");
        }
        assertThat(bills()).containsExactly("S1 B2 2025-01-01 200");
    }

    @Test
    void writesNothingWhenTheHeaderIsWrong() {
        assertThatThrownBy(() -> load("a.csv", "shop_code,bill_no,billed_on,amont\nS1,B1,2025-01-01,1\n"))
                .hasMessageContaining("load.header")
                .hasMessageContaining("load.header-unknown{names=amont (amount?)}")
                .hasMessageContaining("load.header-missing{names=amount}");
        assertThat(figures(load("b.csv", TWO_BILLS))).isEqualTo("2 = 2 + 0 + 0 + 0");
    }
}
