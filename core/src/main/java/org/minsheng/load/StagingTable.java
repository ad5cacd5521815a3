package org.minsheng.load;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The temporary table that holds a file while it is checked, and what the generic loader does with it. */
final class StagingTable {
    /** The temporary table of all rows that were refused. */
    static final String REJECTS = "stage_reject";

    private final FileKind kind;
    private final int fileNumber;

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
                    column_name text,
                    rule text NOT NULL,
                    value text,
                    facts jsonb NOT NULL DEFAULT '{}',
                    key text[]
                )""");
    }

    void create(Handle handle) {
        List<String> columns = new ArrayList<>();
        columns.add("row_no bigint NOT NULL");
        columns.add("file_line bigint NOT NULL");
        kind.columns()
                .forEach(column ->
                        columns.add(column.name() + " " + column.type().sqlType()));
        kind.derived().forEach(column -> columns.add(column.name() + " " + column.sqlType()));
        columns.add("mends_run bigint");
        columns.add("mends_line bigint");
        columns.add("action text NOT NULL DEFAULT 'insert'");
        drop(handle);
        KindScripts.execute(
                handle, "CREATE TEMPORARY TABLE " + kind.stagingTable() + " (" + String.join(", ", columns) + ")");
    }

    void drop(Handle handle) {
        KindScripts.execute(handle, "DROP TABLE IF EXISTS pg_temp." + kind.stagingTable());
    }

    /** The table with the columns that COPY fills. */
    String copyTarget(boolean mends) {
        List<String> columns = new ArrayList<>(List.of("row_no", "file_line"));
        kind.columns().forEach(column -> columns.add(column.name()));
        kind.derived().forEach(column -> columns.add(column.name()));
        if (mends) {
            columns.add("mends_run");
            columns.add("mends_line");
        }
        return kind.stagingTable() + " (" + String.join(", ", columns) + ")";
    }

    /** Rejects each row whose business key stood on an earlier line. */
    void rejectDoubleKeys(Handle handle) {
        if (kind.keyColumns().isEmpty()) {
            return;
        }
        List<String> keys = kind.keyColumns().stream().map(Column::name).toList();
        String using = String.join(", ", keys);
        KindScripts.execute(
                handle, String.format("""
                        INSERT INTO stage_reject (file_no, row_no, column_name, rule, facts)
                        SELECT %1$d, later.row_no, '%2$s', 'load.double-key',
                            jsonb_build_object('first', first.file_line)
                        FROM %3$s later
                            JOIN (SELECT %4$s, min(row_no) AS row_no FROM %3$s GROUP BY %4$s HAVING count(*) > 1) known
                                USING (%4$s)
                            JOIN %3$s first ON first.row_no = known.row_no
                        WHERE later.row_no > known.row_no""", fileNumber, keys.get(keys.size() - 1), kind.stagingTable(), using));
        removeRejected(handle);
    }

    /** Takes the rows that were rejected out of the good ones. */
    void removeRejected(Handle handle) {
        KindScripts.execute(
                handle,
                "DELETE FROM " + kind.stagingTable() + " stage USING stage_reject reject" + " WHERE reject.file_no = "
                        + fileNumber + " AND reject.row_no = stage.row_no");
    }

    void analyze(Handle handle) {
        KindScripts.execute(handle, "ANALYZE " + kind.stagingTable());
    }

    /** How many good rows are to be inserted, changed, left, removed. */
    long count(Handle handle, String action) {
        return handle.createQuery("SELECT count(*) FROM " + kind.stagingTable() + " WHERE action = :action")
                .bind("action", action)
                .mapTo(Long.class)
                .one();
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
