package org.minsheng.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The temporary table that holds a file while it is checked, and what the generic loader does with it. */
final class StagingTable {
    /** The temporary table of all rows that were refused. */
    static final String REJECTS = "stage_reject";

    /** The temporary table of the rows whose key may stand twice. */
    static final String SUSPECTS = "stage_suspect";

    private final FileKind kind;
    private final int fileNumber;
    private long rejectsRemoved;

    StagingTable(FileKind kind, int fileNumber) {
        this.kind = kind;
        this.fileNumber = fileNumber;
    }

    /** Removes what an earlier load of this session left, and makes the table of rejects. */
    static void createRejects(Handle handle) {
        KindScripts.execute(handle, """
                DROP TABLE IF EXISTS pg_temp.stage_reject;
                CREATE TEMPORARY TABLE stage_reject (
                    found bigint GENERATED ALWAYS AS IDENTITY,
                    file_no smallint NOT NULL,
                    row_no bigint NOT NULL,
                    file_line bigint,
                    column_name text,
                    rule text NOT NULL,
                    value text,
                    facts jsonb NOT NULL DEFAULT '{}',
                    key text[]
                );
                DROP TABLE IF EXISTS pg_temp.stage_suspect;
                CREATE TEMPORARY TABLE stage_suspect (file_no smallint NOT NULL, row_no bigint NOT NULL)""");
    }

    /** Rejects are read page by page, in the order of their rows; without this every page would read all of them. */
    static void indexRejects(Handle handle) {
        KindScripts.execute(handle, "CREATE INDEX stage_reject_row ON pg_temp.stage_reject (file_no, row_no, found)");
    }

    void create(Handle handle) {
        List<String> columns = new ArrayList<>();
        columns.add("row_no bigint NOT NULL");
        columns.add("file_line bigint NOT NULL");
        kind.columns()
                .forEach(column ->
                        columns.add(column.stagedName() + " " + column.type().sqlType()));
        kind.derived().forEach(column -> columns.add(column.name() + " " + column.sqlType()));
        columns.add("mends_run bigint");
        columns.add("mends_line bigint");
        totalNames().forEach(name -> columns.add(name + " bigint"));
        columns.add("action text NOT NULL DEFAULT 'insert'");
        drop(handle);
        KindScripts.execute(
                handle, "CREATE TEMPORARY TABLE " + kind.stagingTable() + " (" + String.join(", ", columns) + ")");
    }

    private List<String> totalNames() {
        return kind.totals() == null ? List.of() : kind.totals().names();
    }

    void drop(Handle handle) {
        KindScripts.execute(
                handle,
                "DROP TABLE IF EXISTS pg_temp." + kind.stagingTable() + ", pg_temp." + kind.stagingTable() + "_bad");
    }

    /** The table with the columns that COPY fills. */
    String copyTarget(boolean mends) {
        List<String> columns = new ArrayList<>(List.of("row_no", "file_line"));
        kind.columns().forEach(column -> columns.add(column.stagedName()));
        kind.derived().forEach(column -> columns.add(column.name()));
        if (mends) {
            columns.add("mends_run");
            columns.add("mends_line");
        }
        columns.addAll(totalNames());
        return kind.stagingTable() + " (" + String.join(", ", columns) + ")";
    }

    /** Rejects each row whose business key stood on an earlier line, looking at the suspects only. */
    void rejectDoubleKeys(Handle handle) {
        List<String> keys = kind.keyColumns().stream().map(Column::stagedName).toList();
        String asTexts = keys.stream().map(name -> name + "::text").collect(Collectors.joining(", "));
        String sql = String.format(
                """
                ANALYZE stage_suspect;
                INSERT INTO stage_reject (file_no, row_no, file_line, column_name, rule, facts, key)
                SELECT %1$d, row_no, file_line, '%2$s', 'load.double-key', jsonb_build_object('first', first_line),
                    ARRAY[%5$s]
                FROM (
                    SELECT row_no, file_line, %4$s, row_number() OVER same AS place,
                        first_value(file_line) OVER same AS first_line
                    FROM %3$s JOIN (
                        SELECT DISTINCT %4$s FROM %3$s JOIN stage_suspect USING (row_no) WHERE file_no = %1$d) suspect
                            USING (%4$s)
                    WINDOW same AS (PARTITION BY %4$s ORDER BY row_no)) several
                WHERE place > 1""", fileNumber, keys.get(keys.size() - 1), kind.stagingTable(), String.join(", ", keys), asTexts);
        KindScripts.execute(handle, sql);
        removeRejected(handle);
    }

    /** Makes {@code stage_KIND_bad}: the keys, as texts and as far as readable, of the rows that are bad by themselves. */
    void collectBad(Handle handle) {
        List<String> columns = new ArrayList<>(List.of("row_no", "file_line"));
        for (int index = 0; index < kind.keyColumns().size(); index++) {
            columns.add("key[" + (index + 1) + "] AS "
                    + kind.keyColumns().get(index).stagedName());
        }
        KindScripts.execute(
                handle,
                "CREATE TEMPORARY TABLE " + kind.stagingTable() + "_bad AS SELECT DISTINCT ON (row_no) "
                        + String.join(", ", columns) + " FROM stage_reject WHERE file_no = " + fileNumber
                        + " ORDER BY row_no, found; ANALYZE " + kind.stagingTable() + "_bad");
    }

    /** Takes the rows that were rejected since the last time out of the good ones. */
    void removeRejected(Handle handle) {
        long last = lastReject(handle);
        if (last > rejectsRemoved) {
            KindScripts.execute(
                    handle,
                    "DELETE FROM " + kind.stagingTable() + " stage USING stage_reject reject WHERE reject.file_no = "
                            + fileNumber + " AND reject.found > " + rejectsRemoved
                            + " AND reject.row_no = stage.row_no");
            rejectsRemoved = last;
        }
    }

    /** From here on only what is rejected by SQL has to be removed: other rejects never were among the good rows. */
    void startFromHere(Handle handle) {
        rejectsRemoved = lastReject(handle);
    }

    private long lastReject(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(found), 0) FROM stage_reject WHERE file_no = :file")
                .bind("file", fileNumber)
                .mapTo(Long.class)
                .one();
    }

    void analyze(Handle handle) {
        KindScripts.execute(handle, "ANALYZE " + kind.stagingTable());
    }

    /** How many good rows are to be inserted, changed, left, removed: by action. */
    Map<String, Long> counts(Handle handle) {
        Map<String, Long> counts = new HashMap<>();
        handle.createQuery("SELECT action, count(*) AS rows FROM " + kind.stagingTable() + " GROUP BY action")
                .map((row, context) -> counts.put(row.getString("action"), row.getLong("rows")))
                .list();
        return counts;
    }

    /** How many rows were rejected. */
    long countRejected(Handle handle) {
        return handle.createQuery("SELECT count(DISTINCT row_no) FROM stage_reject WHERE file_no = :file")
                .bind("file", fileNumber)
                .mapTo(Long.class)
                .one();
    }

    /** Closes the open rejects that the good rows of this file mend. */
    void closeMended(Handle handle, long runId) {
        KindScripts.execute(handle, String.format("""
                        UPDATE load.reject reject
                        SET state = 'mended', ended_at = clock_timestamp(), ended_by = session_user,
                            ended_reason = 'run %1$d'
                        FROM %2$s stage JOIN load.load load ON load.run_id = stage.mends_run AND load.kind = '%3$s'
                        WHERE reject.run_id = load.run_id AND reject.file_no = load.file_no
                            AND reject.line_no = stage.mends_line AND reject.state = 'open'""", runId, kind.stagingTable(), kind.name()));
    }
}
