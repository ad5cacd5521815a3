package org.minsheng.registry;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.minsheng.base.Problem;
import org.minsheng.run.Audit;

/**
 * The code tables (代码表) and their versions, and the mappings of senders. Versions are ordered as text, so they are
 * named to sort: {@code 2025-07} before {@code 2026-01}. A later version speaks for the codes it names; a code that it
 * leaves out stays as it was, one that it ends (valid to) has ended.
 */
public final class CodeTables {
    private static final String COLUMNS = "table_name, version, code, name, name_en, source, valid_from, valid_to";

    /** The last word on each code on a date: the latest version that names it, if it has not ended by then. */
    private static final String IN_FORCE = "SELECT " + COLUMNS + """
             FROM (
                SELECT DISTINCT ON (code COLLATE "C") * FROM registry.code
                WHERE table_name = :table AND (CAST(:code AS text) IS NULL OR code = :code)
                    AND (valid_from IS NULL OR valid_from <= :day)
                ORDER BY code COLLATE "C", version COLLATE "C" DESC
            ) AS latest
            WHERE valid_to IS NULL OR valid_to >= :day
            ORDER BY code COLLATE "C\"""";

    private final Handle handle;

    public CodeTables(Handle handle) {
        this.handle = handle;
    }

    /** All tables by name. */
    public List<CodeTable> list() {
        return handle.createQuery("""
                        SELECT table_name, name_zh, name_en,
                            ARRAY(SELECT DISTINCT version COLLATE "C" FROM registry.code
                                WHERE code.table_name = code_table.table_name ORDER BY 1) AS versions,
                            (SELECT count(DISTINCT code) FROM registry.code
                                WHERE code.table_name = code_table.table_name) AS codes,
                            (SELECT count(*) FROM registry.code_mapping
                                WHERE code_mapping.table_name = code_table.table_name) AS mappings
                        FROM registry.code_table ORDER BY table_name COLLATE "C\"""").map((row, context) -> readTable(row)).list();
    }

    private static CodeTable readTable(ResultSet row) throws SQLException {
        Array versions = row.getArray("versions");
        return new CodeTable(
                row.getString("table_name"),
                row.getString("name_zh"),
                row.getString("name_en"),
                List.of((String[]) versions.getArray()),
                row.getInt("codes"),
                row.getInt("mappings"));
    }

    /**
     * The codes in force on a date, by code.
     *
     * @throws org.minsheng.base.ProblemException {@code code.table-unknown}
     */
    public List<Code> inForce(String table, LocalDate day) {
        requireTable(table);
        return inForceQuery(table, null, day)
                .map((row, context) -> Code.read(row))
                .list();
    }

    /** One code in force on a date; empty when the table does not have it then. */
    public Optional<Code> find(String table, String code, LocalDate day) {
        return inForceQuery(table, code, day)
                .map((row, context) -> Code.read(row))
                .findOne();
    }

    private Query inForceQuery(String table, String code, LocalDate day) {
        return handle.createQuery(IN_FORCE)
                .bind("table", table)
                .bind("code", code)
                .bind("day", day);
    }

    /**
     * The codes of one version as it was imported, by code.
     *
     * @throws org.minsheng.base.ProblemException {@code code.table-unknown}, {@code code.version-unknown}
     */
    public List<Code> version(String table, String version) {
        requireTable(table);
        List<Code> codes = handle.createQuery("SELECT " + COLUMNS + """
                         FROM registry.code WHERE table_name = :table AND version = :version
                        ORDER BY code COLLATE "C\"""")
                .bind("table", table)
                .bind("version", version)
                .map((row, context) -> Code.read(row))
                .list();
        if (codes.isEmpty()) {
            throw Problem.of(RegistryProblem.CODE_VERSION_UNKNOWN)
                    .with("table", table)
                    .with("version", version)
                    .asException();
        }
        return codes;
    }

    /** The mappings of a table by sender and code; of one sender when it is not null. */
    public List<CodeMapping> mappings(String table, String sender) {
        requireTable(table);
        return handle.createQuery("""
                        SELECT table_name, sender, sender_code, code FROM registry.code_mapping
                        WHERE table_name = :table AND (CAST(:sender AS text) IS NULL OR sender = :sender)
                        ORDER BY sender COLLATE "C", sender_code COLLATE "C\"""")
                .bind("table", table)
                .bind("sender", sender)
                .map((row, context) -> new CodeMapping(
                        row.getString("table_name"),
                        row.getString("sender"),
                        row.getString("sender_code"),
                        row.getString("code")))
                .list();
    }

    /**
     * Says what a sender's code means, instead of what was said before; leaves an audit entry.
     *
     * @throws org.minsheng.base.ProblemException {@code code.table-unknown}, or {@code code.unknown} when no version has
     *     the code that it shall mean
     */
    public void map(CodeMapping mapping, String reason) {
        requireTable(mapping.table());
        handle.useTransaction(transaction -> {
            requireCode(mapping);
            transaction
                    .createUpdate("""
                            INSERT INTO registry.code_mapping (table_name, sender, sender_code, code)
                            VALUES (:table, :sender, :senderCode, :code)
                            ON CONFLICT (table_name, sender, sender_code) DO UPDATE SET code = excluded.code""")
                    .bind("table", mapping.table())
                    .bind("sender", mapping.sender())
                    .bind("senderCode", mapping.senderCode())
                    .bind("code", mapping.code())
                    .execute();
            new Audit(transaction).record("code map", null, reason, facts(mapping));
        });
    }

    /**
     * Takes a mapping back; leaves an audit entry.
     *
     * @throws org.minsheng.base.ProblemException {@code code.mapping-unknown} when there is none
     */
    public void unmap(String table, String sender, String senderCode, String reason) {
        requireTable(table);
        handle.useTransaction(transaction -> {
            int removed = transaction
                    .createUpdate("""
                            DELETE FROM registry.code_mapping
                            WHERE table_name = :table AND sender = :sender AND sender_code = :senderCode""")
                    .bind("table", table)
                    .bind("sender", sender)
                    .bind("senderCode", senderCode)
                    .execute();
            if (removed == 0) {
                throw Problem.of(RegistryProblem.CODE_MAPPING_UNKNOWN)
                        .with("table", table)
                        .with("sender", sender)
                        .with("code", senderCode)
                        .asException();
            }
            new Audit(transaction)
                    .record(
                            "code map",
                            null,
                            reason,
                            Map.of("table", table, "sender", sender, "sender_code", senderCode, "removed", true));
        });
    }

    /**
     * Our code for what a sender wrote: as mapped, else the same code when the table has it.
     *
     * @param sender who wrote it; null: nobody in particular, so only our own codes are known
     * @return the code in force on the date; empty when nobody has said what it means
     */
    public Optional<Code> resolve(String table, String sender, String senderCode, LocalDate day) {
        String meant = handle.createQuery("""
                        SELECT code FROM registry.code_mapping
                        WHERE table_name = :table AND sender = :sender AND sender_code = :senderCode""")
                .bind("table", table)
                .bind("sender", sender)
                .bind("senderCode", senderCode)
                .mapTo(String.class)
                .findOne()
                .orElse(senderCode);
        return find(table, meant, day);
    }

    /** Refuses a table that does not exist with {@code code.table-unknown}. */
    public void requireTable(String table) {
        boolean known = handle.createQuery("SELECT EXISTS (SELECT FROM registry.code_table WHERE table_name = :table)")
                .bind("table", table)
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            throw Problem.of(RegistryProblem.CODE_TABLE_UNKNOWN)
                    .with("table", table)
                    .asException();
        }
    }

    private void requireCode(CodeMapping mapping) {
        boolean known = handle.createQuery("""
                        SELECT EXISTS (SELECT FROM registry.code WHERE table_name = :table AND code = :code)""")
                .bind("table", mapping.table())
                .bind("code", mapping.code())
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            throw Problem.of(RegistryProblem.CODE_UNKNOWN)
                    .with("table", mapping.table())
                    .with("code", mapping.code())
                    .asException();
        }
    }

    private static Map<String, String> facts(CodeMapping mapping) {
        return Map.of(
                "table", mapping.table(),
                "sender", mapping.sender(),
                "sender_code", mapping.senderCode(),
                "code", mapping.code());
    }
}
