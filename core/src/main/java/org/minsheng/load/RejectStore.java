package org.minsheng.load;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.minsheng.base.Problem;
import org.minsheng.db.Cursors;
import org.minsheng.run.Audit;
import org.minsheng.run.Json;

/** The rows that loads did not take ({@code reject list|show|export|close}); open until they are mended or closed. */
public final class RejectStore {
    private static final String COLUMNS = """
            SELECT reject.run_id, reject.file_no, load.kind, load.file_name, reject.line_no, reject.column_name,
                reject.rule, reject.value, reject.facts, reject.state, reject.ended_at, reject.ended_by,
                reject.ended_reason, header.names, reject.raw
            """;

    private static final String FROM = """
            FROM load.reject
                JOIN load.load USING (run_id, file_no)
                JOIN load.header USING (run_id, file_no)
            WHERE (CAST(:run AS bigint) IS NULL OR run_id = :run)
                AND (CAST(:kind AS text) IS NULL OR load.kind = :kind)
                AND (CAST(:line AS bigint) IS NULL OR reject.line_no = :line)
                AND (CAST(:rule AS text) IS NULL OR reject.rule = :rule)
                AND (CAST(:state AS text) IS NULL OR reject.state = :state)
            """;

    private final Handle handle;

    public RejectStore(Handle handle) {
        this.handle = handle;
    }

    /** How many there are of each sort, the latest run first; a sort is a file, a rule, a column, a state. */
    public List<RejectGroup> groups(RejectFilter filter, int limit) {
        Query query = handle.createQuery("SELECT * FROM (" + COLUMNS + """
                        , count(*) OVER sort AS rejects, row_number() OVER (sort ORDER BY reject.line_no) AS place
                        """ + FROM + """
                        WINDOW sort AS (PARTITION BY run_id, file_no, reject.rule, reject.column_name, reject.state)
                        ) placed WHERE place = 1
                        ORDER BY run_id DESC, file_no, rejects DESC, line_no LIMIT :limit""");
        return bound(query, filter)
                .bind("limit", limit)
                .map((row, context) -> new RejectGroup(row.getLong("rejects"), read(row, context)))
                .list();
    }

    /** Each of them, in the order of run, file and line; the caller closes the stream. */
    public Stream<Reject> each(RejectFilter filter, long limit) {
        Query query = handle.createQuery(COLUMNS + FROM + " ORDER BY run_id, file_no, line_no LIMIT :limit");
        return Cursors.rows(handle, bound(query, filter).bind("limit", limit), RejectStore::read);
    }

    /** How many there are. */
    public long count(RejectFilter filter) {
        return bound(handle.createQuery("SELECT count(*) " + FROM), filter)
                .mapTo(Long.class)
                .one();
    }

    /**
     * The one reject of a line.
     *
     * @param kind needed where several files of the run have a reject on this line
     * @throws org.minsheng.base.ProblemException {@code reject.not-found}, {@code reject.ambiguous}
     */
    public Reject show(long runId, long line, String kind) {
        List<Reject> found = bound(
                        handle.createQuery(COLUMNS + FROM + " ORDER BY file_no"),
                        new RejectFilter(runId, kind, line, null, null))
                .map(RejectStore::read)
                .list();
        if (found.isEmpty()) {
            throw Problem.of(LoadProblem.REJECT_NOT_FOUND)
                    .with("run", runId)
                    .with("line", line)
                    .asException();
        }
        if (found.size() > 1) {
            throw Problem.of(LoadProblem.REJECT_AMBIGUOUS)
                    .with("run", runId)
                    .with("line", line)
                    .with(
                            "kinds",
                            String.join(", ", found.stream().map(Reject::kind).toList()))
                    .asException();
        }
        return found.get(0);
    }

    /**
     * Writes the rejects out again, a file a run and kind, in the layout in which a load hands them back. They hold
     * whole identity numbers, so the audit says who took them, and no file has its name before that is certain; who finds
     * none has asked for them all the same.
     *
     * @param folder where {@code KIND-RUN.csv} is written, readable by its owner only
     */
    public List<RejectExport> export(RejectFilter filter, Path folder, RejectWording wording) {
        try (RejectFiles files = new RejectFiles(folder, wording)) {
            List<RejectExport> exports = handle.inTransaction(transaction -> {
                // One statement: both files of a load set show one moment.
                try (Stream<Reject> rejects = each(filter, Long.MAX_VALUE)) {
                    rejects.forEachOrdered(files::write);
                }
                List<RejectExport> written = files.end();
                recordExport(filter, folder, written);
                return written;
            });
            files.publish();
            return exports;
        }
    }

    private void recordExport(RejectFilter filter, Path folder, List<RejectExport> written) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rejects", written.stream().mapToLong(RejectExport::rejects).sum());
        facts.put("folder", folder.toAbsolutePath().normalize().toString());
        facts.put("kind", filter.kind());
        facts.put("line", filter.line());
        facts.put("rule", filter.rule());
        facts.put("state", filter.state());
        new Audit(handle).record("reject export", filter.runId(), null, facts);
    }

    /**
     * Closes open rejects by hand: nobody will mend them.
     *
     * @param reason why, for the audit
     * @return how many were open
     * @throws org.minsheng.base.ProblemException {@code reject.none-open}
     */
    public long close(RejectFilter filter, String reason) {
        return handle.inTransaction(transaction -> {
            long closed = transaction
                    .createUpdate("""
                            UPDATE load.reject
                            SET state = 'closed', ended_reason = :reason
                            FROM load.load
                            WHERE load.run_id = reject.run_id AND load.file_no = reject.file_no
                                AND reject.state = 'open' AND reject.run_id = :run
                                AND (CAST(:kind AS text) IS NULL OR load.kind = :kind)
                                AND (CAST(:line AS bigint) IS NULL OR reject.line_no = :line)
                                AND (CAST(:rule AS text) IS NULL OR reject.rule = :rule)""")
                    .bind("reason", reason)
                    .bind("run", filter.runId())
                    .bind("kind", filter.kind())
                    .bind("line", filter.line())
                    .bind("rule", filter.rule())
                    .execute();
            if (closed == 0) {
                throw Problem.of(LoadProblem.REJECT_NONE_OPEN)
                        .with("run", filter.runId())
                        .asException();
            }
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("closed", closed);
            facts.put("kind", filter.kind());
            facts.put("line", filter.line());
            facts.put("rule", filter.rule());
            new Audit(transaction).record("reject close", filter.runId(), reason, facts);
            return closed;
        });
    }

    private static Query bound(Query query, RejectFilter filter) {
        return query.bind("run", filter.runId())
                .bind("kind", filter.kind())
                .bind("line", filter.line())
                .bind("rule", filter.rule())
                .bind("state", filter.state());
    }

    private static Reject read(ResultSet row, StatementContext context) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Reject(
                row.getLong("run_id"),
                row.getInt("file_no"),
                row.getString("kind"),
                row.getString("file_name"),
                row.getLong("line_no"),
                row.getString("column_name"),
                row.getString("rule"),
                row.getString("value"),
                Json.read(row.getString("facts")),
                row.getString("state"),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"),
                row.getString("ended_reason"),
                List.of((String[]) row.getArray("names").getArray()),
                List.of((String[]) row.getArray("raw").getArray()));
    }
}
