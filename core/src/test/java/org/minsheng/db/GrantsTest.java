package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every object of a migrated database has an owner who cannot log in, and the rights that its migration states. */
@Tag("database")
class GrantsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static Database superuser;

    @BeforeAll
    static void makePartitions() {
        superuser = new Database(database.superuserSettings());
        superuser.handle().execute("SELECT claim.ensure_year(2025)::text");
    }

    @AfterAll
    static void closeConnection() {
        superuser.close();
    }

    @Test
    void leavesNothingToEveryoneOrToNobody() {
        assertThat(findings(superuser.handle())).isEmpty();
    }

    @Test
    void keepsKiosksToWhatTheyNeed() {
        assertThat(superuser.handle().createQuery("""
                                SELECT relation.oid::regclass::text FROM pg_class relation
                                    JOIN pg_namespace ON pg_namespace.oid = relnamespace
                                WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND relkind <> 'i'
                                    AND relkind <> 'I' AND relkind <> 'S'
                                    AND has_table_privilege('minsheng_kiosk', relation.oid,
                                        'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')""").mapTo(String.class).list())
                .containsExactlyInAnyOrder("run.installation", "run.business_day", "schema_history");
    }

    /** What a careless migration might do; each is found. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE run.mine (id int)| granted to nobody run.mine",
                "CREATE TABLE run.mine (id int)| the auditor cannot read it run.mine",
                "CREATE SEQUENCE claim.mine| granted to nobody claim.mine",
                "CREATE VIEW ledger.mine AS SELECT 1 AS one| granted to nobody ledger.mine",
                "CREATE FUNCTION run.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'| granted to nobody run.mine",
                "GRANT SELECT ON ledger.transfer TO PUBLIC| granted to everyone ledger.transfer",
                "GRANT EXECUTE ON FUNCTION claim.ensure_year TO PUBLIC| granted to everyone claim.ensure_year",
                "GRANT USAGE ON SCHEMA ledger TO PUBLIC| granted to everyone ledger",
                "GRANT SELECT (amount) ON ledger.transfer TO PUBLIC| granted to everyone ledger.transfer",
                "GRANT UPDATE (amount) ON ledger.transfer TO minsheng_admin"
                        + "| append-only, but update granted ledger.transfer",
                "GRANT DELETE ON run.audit_entry TO minsheng_admin| append-only, but delete granted run.audit_entry",
                "GRANT SELECT ON claim.settlement_2025 TO minsheng_admin"
                        + "| partition granted by itself claim.settlement_2025",
                "DROP TRIGGER never_emptied ON claim.settlement_2025"
                        + "| append-only, but not stopped by triggers claim.settlement_2025",
                "ALTER TABLE ledger.transfer DISABLE TRIGGER append_only; "
                        + "CREATE TRIGGER part BEFORE DELETE ON ledger.transfer EXECUTE FUNCTION run.refuse_change()"
                        + "| append-only, but not stopped by triggers ledger.transfer",
                "ALTER TABLE claim.hold OWNER TO postgres| not owned by minsheng_owner claim.hold",
                "GRANT INSERT ON claim.hold TO minsheng_auditor| the auditor can write it claim.hold",
                "GRANT SELECT ON claim.hold TO minsheng_support WITH GRANT OPTION"
                        + "| granted on, may be passed on claim.hold",
                "GRANT INSERT ON policy.pack TO minsheng_admin| who or when can be forged policy.pack.imported_by",
                "GRANT INSERT (at) ON run.audit_entry TO minsheng_support"
                        + "| who or when can be forged run.audit_entry.at",
            })
    void findsWhatBreaksARule(String statements, String finding) {
        superuser.handle().useTransaction(transaction -> {
            transaction.execute("SET LOCAL ROLE " + (statements.contains("OWNER TO") ? "postgres" : Roles.OWNER));
            transaction.createScript(statements).execute();
            transaction.execute("RESET ROLE");

            assertThat(findings(transaction)).contains(finding);
            transaction.rollback();
        });
    }

    /** Plain statements, as {@code db psql} takes them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "admin| INSERT INTO policy.pack (pack_id, version, valid_from, status, schemes, body, sha256, imported_by)"
                        + " VALUES ('p', '1', '2025-01-01', 'unverified', '{310}', '', repeat('a', 64), 'another')",
                "admin| INSERT INTO run.installation (kind, name, created_by) VALUES ('production', 'p', 'another')",
                "operator| INSERT INTO run.audit_entry (action, login) VALUES ('claim settle', 'another')",
                "support| INSERT INTO run.audit_entry (action, at) VALUES ('claim settle', '2001-01-01')",
                "operator| INSERT INTO run.audit_entry (action, written_in) VALUES ('claim settle', '9000000000')",
                "operator| INSERT INTO run.audit_entry (entry_id, action) OVERRIDING SYSTEM VALUE"
                        + " VALUES (1, 'claim settle')",
                "operator| INSERT INTO run.run (job, login) VALUES ('claim settle', 'another')",
                "operator| INSERT INTO run.business_day (business_date, opened_by) VALUES ('2025-01-01', 'another')",
                "operator| INSERT INTO run.event (run_id, code, at) VALUES (1, 'note', '2001-01-01')",
                "operator| UPDATE load.reject SET state = 'closed', ended_by = 'another'",
            })
    void letsNobodyForgeWhoDidItOrWhen(String role, String statement) {
        try (Database forger = new Database(database.settingsAs(role))) {
            assertThat(catchThrowable(() -> forger.handle().execute(statement)))
                    .hasMessageContaining("permission denied for table");
        }
    }

    @Test
    void letsNobodyChangeWhatARunPinned() {
        try (Database forger = new Database(database.settingsAs("operator"))) {
            assertThat(catchThrowable(() -> forger.handle().execute("UPDATE run.run SET inputs = '{}'")))
                    .hasMessageContaining("permission denied for table run");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE FROM claim.settlement",
        "TRUNCATE claim.settlement",
        "TRUNCATE claim.settlement_2025",
        "TRUNCATE run.audit_entry CASCADE",
        "UPDATE ledger.transfer SET amount = 1"
    })
    void stopsEvenTheOwner(String statement) {
        superuser.handle().useTransaction(transaction -> {
            transaction.execute("SET LOCAL ROLE " + Roles.OWNER);
            settleOne(transaction);

            assertThat(catchThrowable(() -> transaction.execute(statement))).hasMessageContaining("is append-only");
            transaction.rollback();
        });
    }

    /** A row without its relatives, so that triggers of rows have one to stop at. */
    private static void settleOne(Handle owner) {
        owner.execute("""
                INSERT INTO claim.settlement
                SELECT 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, '2025-01-01', 2025, 1, 0, 1, 1,
                    '1', 'settled', '310', '11', '', '', '11'""");
    }

    private static List<String> findings(Handle handle) {
        try (InputStream query = GrantsTest.class.getResourceAsStream("grant-findings.sql")) {
            return handle.createQuery("SELECT rule || ' ' || object FROM ("
                            + new String(query.readAllBytes(), StandardCharsets.UTF_8) + ") AS finding")
                    .setMaxRows(0)
                    .mapTo(String.class)
                    .list();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
