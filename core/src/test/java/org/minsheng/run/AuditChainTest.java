package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;

@Isolated("sealing waits for every transaction of the server, those of other classes too")
@Tag("database")
class AuditChainTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final AuditChain chain = new AuditChain(database.handle());
    private AuditChain.Head head;

    @BeforeEach
    void sealThreeEntries() {
        Audit audit = new Audit(database.handle());
        audit.record("run undo", null, "wrong file", Map.of("rows", 12));
        audit.record("policy activate", null, null, Map.of());
        audit.record("person show", null, "counter", Map.of("person", "3702**********0014"));
        head = chain.seal();
    }

    @Test
    void recomputesEverySeal() {
        AuditChain.Verdict verdict = chain.verify();

        assertThat(verdict.firstBroken()).isEmpty();
        assertThat(verdict.sealed()).isEqualTo(head.position());
        assertThat(verdict.unsealed()).isZero();
    }

    @Test
    void sealsNothingTwice() {
        assertThat(chain.seal()).isEqualTo(head);
    }

    @Test
    void leavesEntriesOfOpenTransactionsToTheNextSealing() {
        try (Database other = database.database().another()) {
            other.handle().begin();
            new Audit(other.handle()).record("slow", null, null, Map.of());
            assertThat(chain.seal()).isEqualTo(head);
            other.handle().commit();
        }
        assertThat(chain.seal().position()).isEqualTo(head.position() + 1);
    }

    @Test
    void namesTheFirstEntryThatWasChanged() {
        tamper("UPDATE run.audit_entry SET reason = 'nothing' WHERE reason = 'wrong file' AND entry_id ="
                + " (SELECT max(entry_id) FROM run.audit_entry WHERE reason = 'wrong file')");

        assertThat(chain.verify().firstBroken()).contains(head.position() - 2);

        tamper("UPDATE run.audit_entry SET reason = 'wrong file' WHERE reason = 'nothing'");
        assertThat(chain.verify().firstBroken()).isEmpty();
    }

    @Test
    void findsAChainThatWasCutByItsAnchor(@TempDir Path folder) {
        Path file = folder.resolve("anchor.json");
        new AuditAnchor("id", head, Instant.EPOCH).write(file, folder.resolve("keys"));
        AuditAnchor anchor = AuditAnchor.read(file, AuditAnchor.publicKey(folder.resolve("keys")));
        assertThat(chain.hashAt(anchor.head().position()))
                .contains(anchor.head().hash());

        tamper("DELETE FROM run.audit_seal WHERE position = " + head.position());

        assertThat(chain.verify().firstBroken())
                .as("a cut end leaves no trace inside")
                .isEmpty();
        assertThat(chain.hashAt(anchor.head().position())).isEmpty();
    }

    @Test
    void refusesAnAnchorThatWasChanged(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("anchor.json");
        new AuditAnchor("id", head, Instant.EPOCH).write(file, folder.resolve("keys"));
        Files.writeString(file, Files.readString(file).replace("\"position\":" + head.position(), "\"position\":1"));

        assertThatThrownBy(() -> AuditAnchor.read(file, AuditAnchor.publicKey(folder.resolve("keys"))))
                .hasMessageContaining("audit.anchor-invalid");
    }

    private static void tamper(String statement) {
        try (Database superuser = new Database(database.superuserSettings())) {
            Handle handle = superuser.handle();
            handle.execute("SET session_replication_role = replica");
            handle.execute(statement);
        }
    }
}
