package org.minsheng.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * What every table of ours holds, as a count and a digest of its rows: two databases on which the same work was done
 * have the same digests, however often it was interrupted. So numbers that a sequence gave are replaced by what they
 * stand for, and run numbers, attempts and times are left out.
 */
public final class TableDigests {
    /** Numbers of sequences, and what depends on them or on the clock. */
    private static final Set<String> LEFT_OUT = Set.of(
            "run_id", "attempt", "inputs", "entry_id", "event_id", "written_in", "installation_id", "hash", "problem");

    /** The columns whose number stands for something, and how to ask for it. */
    private static final Map<String, String> MEANINGS = Map.of(
            "person_id", "(SELECT resident_id FROM registry.person WHERE person.person_id = row_.person_id)",
            "credited_to", "(SELECT resident_id FROM registry.person WHERE person.person_id = row_.credited_to)",
            "merged_into", "(SELECT resident_id FROM registry.person WHERE person.person_id = row_.merged_into)",
            "company_id", "(SELECT credit_code FROM registry.company WHERE company.company_id = row_.company_id)",
            "institution_id",
                    "(SELECT institution_code FROM registry.institution"
                            + " WHERE institution.institution_id = row_.institution_id)",
            "claim_id",
                    "(SELECT institution_code || '/' || claim_no FROM claim.claim"
                            + " JOIN registry.institution USING (institution_id) WHERE claim.claim_id = row_.claim_id"
                            + " AND claim.year = row_.year)",
            "pack_no", "(SELECT pack_id || ' ' || version FROM policy.pack WHERE pack.pack_no = row_.pack_no)",
            // Keys and numbers of the row before its change; what else it held is compared.
            "key", "NULL",
            "image", "image - 'run_id' - 'person_id' - 'company_id' - 'institution_id'");

    private TableDigests() {}

    /** The digest of each table by its name, such as {@code registry.person}: {@code 20000 rows 4f1d…}. */
    public static Map<String, String> of(Handle handle) {
        Map<String, List<String>> tables = new TreeMap<>();
        handle.createQuery("""
                        SELECT nspname || '.' || relname AS name, attname
                        FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                            JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
                        WHERE relkind IN ('r', 'p') AND NOT relispartition AND relpersistence = 'p'
                            AND nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
                            AND atttypid <> 'timestamptz'::regtype
                        ORDER BY name, attnum""")
                .map((row, context) -> List.of(row.getString("name"), row.getString("attname")))
                .forEach(column -> {
                    List<String> columns = tables.computeIfAbsent(column.get(0), name -> new ArrayList<>());
                    if (!LEFT_OUT.contains(column.get(1))) {
                        columns.add(MEANINGS.getOrDefault(column.get(1), "row_." + column.get(1)));
                    }
                });
        Map<String, String> digests = new TreeMap<>();
        tables.forEach((table, columns) -> digests.put(table, digest(handle, table, columns)));
        return digests;
    }

    private static String digest(Handle handle, String table, List<String> columns) {
        return handle.createQuery(
                        "SELECT count(*) || ' rows ' || coalesce(md5(string_agg(hash, '' ORDER BY hash)), '-')"
                                + " FROM (SELECT md5(ROW(" + String.join(", ", columns) + ")::text) AS hash FROM "
                                + table
                                + " AS row_) AS hashed")
                .mapTo(String.class)
                .one();
    }
}
