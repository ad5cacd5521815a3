package org.minsheng.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The temporary table that holds a file while it is checked, and what the generic loader does with it: a row for each
 * good row, or for each group of rows that are kept aside. Then there is a second one, filled with the rows of single groups
 * when they have to be looked at.
 */
final class StagingTable {
    /** The temporary table of the rows whose key may stand twice. */
    static final String SUSPECTS = "stage_suspect";

    private final FileKind kind;
    private final Keeping keeping;
    private final String name;
    private final int fileNumber;
    private long rejectsRemoved;

    StagingTable(FileKind kind, int fileNumber) {
        this.kind = kind;
        this.keeping = kind.keeping();
        this.name = keeping == null ? kind.stagingTable() : kind.stagingTable() + "_group";
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

    void create(Handle handle) {
        drop(handle);
        List<String> columns = new ArrayList<>(List.of("row_no bigint NOT NULL", "file_line bigint NOT NULL"));
        if (keeping == null) {
            columns.addAll(definitions(kind.columns()));
            kind.derived().forEach(column -> columns.add(column.name() + " " + column.sqlType()));
        } else {
            columns.addAll(definitions(keeping.owner()));
        }
        columns.addAll(List.of("mends_run bigint", "mends_line bigint"));
        if (keeping != null) {
            columns.addAll(List.of("returns boolean NOT NULL", "rows bigint NOT NULL"));
            columns.addAll(keeping.summaryDefinitions());
            createTableOfRows(handle);
        }
        columns.add("action text NOT NULL DEFAULT 'insert'");
        create(handle, name, columns);
    }

    private void createTableOfRows(Handle handle) {
        List<String> columns = new ArrayList<>(definitions(keeping.owner()));
        columns.addAll(List.of("row_no bigint NOT NULL", "file_line bigint NOT NULL"));
        columns.addAll(definitions(keeping.columnsOfRow(kind)));
        kind.derived().forEach(column -> columns.add(column.name() + " " + column.sqlType()));
        create(handle, kind.stagingTable(), columns);
    }

    private static List<String> definitions(List<Column> columns) {
        return columns.stream()
                .map(column -> column.stagedName() + " " + column.type().sqlType())
                .toList();
    }

    private static void create(Handle handle, String table, List<String> columns) {
        KindScripts.execute(handle, "CREATE TEMPORARY TABLE " + table + " (" + String.join(", ", columns) + ")");
    }

    void drop(Handle handle) {
        String rows = "pg_temp." + kind.stagingTable();
        KindScripts.execute(
                handle, "DROP TABLE IF EXISTS " + rows + ", " + rows + "_bad, " + rows + "_group, " + rows + "_known");
    }

    /** The table with the columns that COPY fills. */
    String copyTarget(boolean mends) {
        List<String> columns = new ArrayList<>(List.of("row_no", "file_line"));
        List<Column> ofFile = keeping == null ? kind.columns() : keeping.owner();
        ofFile.forEach(column -> columns.add(column.stagedName()));
        if (keeping == null) {
            kind.derived().forEach(column -> columns.add(column.name()));
        }
        if (mends) {
            columns.addAll(List.of("mends_run", "mends_line"));
        }
        if (keeping != null) {
            columns.addAll(List.of("returns", "rows"));
            columns.addAll(keeping.summaryNames());
        }
        return name + " (" + String.join(", ", columns) + ")";
    }

    /**
     * Rejects each row whose business key stood on an earlier line, looking at the suspects only.
     *
     * @param kept the rows, when they are kept aside; else null. What they belong to is rejected as a whole by the
     *     kind's own checks, so that its groups stay until then
     */
    void rejectDoubleKeys(Handle handle, KeptRows kept) {
        KindScripts.execute(handle, "ANALYZE " + SUSPECTS);
        String keys = names(kind.keyColumns());
        if (kept == null) {
            String suspects = String.format(
                    "(SELECT DISTINCT %2$s FROM %1$s JOIN stage_suspect USING (row_no) WHERE file_no = %3$d)",
                    name, keys, fileNumber);
            rejectDoubleKeys(handle, keys, name + " JOIN " + suspects + " suspect USING (" + keys + ")");
            removeRejected(handle);
        } else {
            String owner = names(keeping.owner());
            stageRows(
                    handle,
                    kept,
                    String.format(
                            "SELECT row_no, rows, %2$s FROM %1$s WHERE (%2$s) IN"
                                    + " (SELECT %2$s FROM %1$s JOIN stage_suspect USING (row_no) WHERE file_no = %3$d)"
                                    + " ORDER BY row_no",
                            name, owner, fileNumber));
            rejectDoubleKeys(handle, keys, kind.stagingTable());
            startFromHere(handle);
        }
    }

    private void rejectDoubleKeys(Handle handle, String keys, String rows) {
        String asTexts = kind.keyColumns().stream()
                .map(column -> column.stagedName() + "::text")
                .collect(Collectors.joining(", "));
        String last = kind.keyColumns().get(kind.keyColumns().size() - 1).stagedName();
        String sql = String.format("""
                INSERT INTO stage_reject (file_no, row_no, file_line, column_name, rule, facts, key)
                SELECT %1$d, row_no, file_line, '%2$s', 'load.double-key', jsonb_build_object('first', first_line),
                    ARRAY[%5$s]
                FROM (
                    SELECT row_no, file_line, %4$s, row_number() OVER same AS place,
                        first_value(file_line) OVER same AS first_line
                    FROM %3$s
                    WINDOW same AS (PARTITION BY %4$s ORDER BY row_no)) several
                WHERE place > 1""", fileNumber, last, rows, keys, asTexts);
        KindScripts.executeJoiningWholes(handle, sql);
    }

    /** Stages the rows of the groups that a query chooses, instead of those staged before. */
    void stageRows(Handle handle, KeptRows kept, String groups) {
        String rows = kind.stagingTable();
        KindScripts.execute(handle, "TRUNCATE " + rows);
        KindScripts.joinWholes(handle, () -> ChosenRows.withPlace(kept).copyInto(handle, groups, rows));
        KindScripts.execute(handle, "ANALYZE " + rows);
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::stagedName).collect(Collectors.joining(", "));
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
            KindScripts.executeJoiningWholes(
                    handle,
                    "DELETE FROM " + name + " stage USING stage_reject reject WHERE reject.file_no = "
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
        KindScripts.execute(handle, "ANALYZE " + name);
    }

    /** Tells the planner what the rows are to become: without it any action but insert looks like one row at most. */
    void analyzeActions(Handle handle) {
        KindScripts.execute(handle, "ANALYZE " + name + " (action)");
    }

    /** How many good rows are to be inserted, changed, left, removed: by action. */
    Map<String, Long> counts(Handle handle) {
        Map<String, Long> counts = new HashMap<>();
        String rows = keeping == null ? "count(*)" : "sum(rows)";
        handle.createQuery("SELECT action, " + rows + " AS rows FROM " + name + " GROUP BY action")
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

    /** Closes the open rejects that the rows of this file name as mended. */
    void closeNamed(Handle handle, long runId) {
        close(handle, runId, "reject.run_id = stage.mends_run AND reject.line_no = stage.mends_line");
    }

    /** Closes the open rejects of earlier files whose business key, or whose owner, a row has that is written now. */
    void closeMended(Handle handle, long runId) {
        List<Column> columns = keeping == null ? kind.keyColumns() : keeping.owner();
        if (!columns.isEmpty()) {
            List<String> parts = new ArrayList<>();
            kind.keyScope().forEach(scope -> parts.add("'" + scope.replace("'", "''") + "'"));
            columns.forEach(column -> parts.add("stage." + column.stagedName() + "::text"));
            close(
                    handle,
                    runId,
                    "stage.action IN ('insert', 'change') AND reject.key[1:" + parts.size() + "] = ARRAY["
                            + String.join(", ", parts) + "]");
        }
    }

    private void close(Handle handle, long runId, String mended) {
        KindScripts.executeJoiningWholes(handle, String.format("""
                        UPDATE load.reject reject
                        SET state = 'mended', ended_reason = 'run %1$d'
                        FROM load.load load, %2$s stage
                        WHERE load.kind = '%3$s' AND load.run_id = reject.run_id AND load.file_no = reject.file_no
                            AND reject.state = 'open' AND %4$s""", runId, name, kind.name(), mended));
    }
}
