package org.minsheng.ledger;

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
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.load.LoadReport;
import org.minsheng.load.TestLoads;
import org.minsheng.load.UndoService;
import org.minsheng.registry.PersonFile;

@Tag("database")
class AccountFileTest {
    private static final String HEADER = "resident_id,entry_date,kind,amount,reference\n";
    private static final String WOMAN = "11010519491231002X";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private final Handle handle = database.handle();
    private TestLoads loads;

    @BeforeEach
    void onePerson() {
        loads = new TestLoads(database.database(), folder);
        try (Database superuser = new Database(database.superuserSettings())) {
            superuser.handle().execute("SET session_replication_role = replica");
            superuser.handle().execute("TRUNCATE registry.person, load.load CASCADE");
        }
        loads.load(
                PersonFile.KIND,
                "resident_id,name,sex,birth_date,division_code\n" + WOMAN + ",王芳,女,1949-12-31,370202\n");
    }

    @Test
    void creditsAnAccountOnceForAReference() {
        LoadReport first = loads.load(
                AccountFile.KIND,
                HEADER + WOMAN + ",2025-01-01,opening,1204.55,Y2025\n" + WOMAN + ",2025-01-31,credit,100,C1\n" + WOMAN
                        + ",2025-01-31,credit,0,C2\n" + WOMAN + ",2025-01-31,credit,-5,C3\n"
                        + "360426199101010071,2025-01-31,credit,5,C4\n" + WOMAN + ",2025-01-31,gift,5,C5\n");
        assertThat(figures(first)).isEqualTo("6 = 2 new + 0 changed + 0 unchanged, 4 rejected");
        assertThat(loads.rejects(first))
                .containsExactly(
                        "4 amount value.out-of-range",
                        "5 amount value.out-of-range",
                        "6 resident_id person.unknown",
                        "7 kind value.not-allowed");

        LoadReport second = loads.load(
                AccountFile.KIND,
                HEADER + WOMAN + ",2025-01-31,credit,100,C1\n" + WOMAN + ",2025-02-28,credit,100,C2\n" + WOMAN
                        + ",2025-01-01,opening,1204.56,Y2025\n");
        assertThat(figures(second)).isEqualTo("3 = 1 new + 0 changed + 1 unchanged, 1 rejected");
        assertThat(loads.rejects(second)).containsExactly("4 reference account.reference-used");
        assertThat(handle.createQuery("SELECT sum(amount)::bigint FROM ledger.account_entry")
                        .mapTo(Long.class)
                        .one())
                .isEqualTo(140455);
    }

    @Test
    void isNotUndone() {
        LoadReport report = loads.load(AccountFile.KIND, HEADER + WOMAN + ",2025-01-31,credit,100,C1\n");
        assertThatThrownBy(() -> new UndoService(handle, List.of(AccountFile.KIND)).undo(report.runId(), "test"))
                .hasMessageContaining("undo.money");
    }
}
