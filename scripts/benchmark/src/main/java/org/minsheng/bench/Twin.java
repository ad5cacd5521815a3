package org.minsheng.bench;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * An empty table like one of ours in the schema {@code bare}: the same columns, checks, primary and foreign keys,
 * indexes, and the same partition. COPY into it is the bare means.
 */
final class Twin {
    private Twin() {}

    /**
     * Makes a twin.
     *
     * @param table schema and name of ours: {@code claim.line}
     * @param year the partition of a table that is partitioned by year
     * @return schema and name of the twin
     */
    static String make(Handle superuser, String table, int year) {
        superuser.execute("CREATE SCHEMA IF NOT EXISTS bare");
        String twin = "bare." + table.replace('.', '_');
        boolean partitioned = superuser
                .createQuery("SELECT relkind = 'p' FROM pg_class WHERE oid = CAST(:table AS regclass)")
                .bind("table", table)
                .mapTo(Boolean.class)
                .one();
        superuser.execute("DROP TABLE IF EXISTS " + twin);
        superuser.execute("CREATE TABLE " + twin + " (LIKE " + table + " INCLUDING ALL)"
                + (partitioned ? " PARTITION BY LIST (year)" : ""));
        if (partitioned) {
            superuser.execute("CREATE TABLE " + twin + "_year PARTITION OF " + twin + " FOR VALUES IN (" + year + ")");
        }
        for (String reference : references(superuser, table)) {
            superuser.execute("ALTER TABLE " + twin + " ADD " + reference);
        }
        superuser.execute("GRANT USAGE ON SCHEMA bare TO PUBLIC");
        superuser.execute("GRANT ALL ON " + twin + " TO PUBLIC");
        return twin;
    }

    /** LIKE leaves foreign keys out. */
    private static List<String> references(Handle superuser, String table) {
        return superuser
                .createQuery("""
                        SELECT pg_get_constraintdef(oid) FROM pg_constraint
                        WHERE conrelid = CAST(:table AS regclass) AND contype = 'f' ORDER BY conname""")
                .bind("table", table)
                .mapTo(String.class)
                .list();
    }
}
