package org.minsheng.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.DbFailures;

/**
 * The SQL of a kind, in the folder {@code KIND} beside its owner: {@code resolve.sql} looks up what its rows mean here,
 * as soon as they are staged and before the load's transaction, into {@code stage_KIND_known}; {@code ready.sql} prepares, in a
 * transaction of its own, what must stand before that of a load that writes; {@code check.sql} puts bad rows into
 * {@code stage_reject}, {@code plan.sql} sets {@code action} to {@code change}, {@code unchanged} or {@code remove} where
 * it is not {@code insert}, {@code merge.sql} writes the differences, {@code undo.sql} takes a load back. Each may hold
 * several statements. A kind that keeps its rows aside has queries, {@code judged.sql}, {@code accepted.sql} and
 * {@code ahead.sql}, instead of {@code merge.sql}: see {@link Keeping}. Two words are replaced: {@code :run_id} by the number of the load's
 * run, {@code :business_date} by the date it works for.
 *
 * <p>They find {@code stage_KIND} (row_no, file_line, the columns, money as {@code NAME_fen}, the derived columns,
 * action) holding the good rows only; {@code stage_KIND_bad} (row_no, file_line, the columns of the business key as text)
 * holding those that are bad by themselves; and {@code stage_reject} (file_no, row_no, file_line, column_name, rule,
 * value, facts): the number of the file in its load and of the row in the file, our name of the column, the code of the
 * rule. What they put there leaves {@code stage_KIND} before the next script. {@code undo.sql} finds
 * {@code undo_conflict} (key, rule): a row in it refuses the undo.
 *
 * <p>The planner knows staged tables by a small sample, and takes for one row what that did not show. A statement that
 * joins them with each other, without an index, is run with {@code SET LOCAL enable_nestloop = off}.
 */
final class KindScripts {
    /** Rows may need no check beyond their own, and the first file of a load set may undo for the others. */
    private static final Set<String> OPTIONAL = Set.of("resolve", "ready", "check", "plan", "undo");

    private final Handle handle;
    private final long runId;
    private final LocalDate businessDate;

    /**
     * The scripts as they run for one load.
     *
     * @param businessDate null where none is open
     */
    KindScripts(Handle handle, long runId, LocalDate businessDate) {
        this.handle = handle;
        this.runId = runId;
        this.businessDate = businessDate;
    }

    /** Whether the kind has a script of this name. */
    static boolean has(FileKind kind, String script) {
        return kind.owner().getResource(path(kind, script)) != null;
    }

    /** Runs a script when the kind has it. */
    void run(FileKind kind, String script) {
        if (has(kind, script) || !OPTIONAL.contains(script)) {
            execute(handle, text(kind, script));
        }
    }

    /** The text of a script, of this load. */
    String text(FileKind kind, String script) {
        try (InputStream resource = kind.owner().getResourceAsStream(path(kind, script))) {
            if (resource == null) {
                throw new IllegalStateException(kind + " has no script " + path(kind, script));
            }
            String date = businessDate == null ? "NULL::date" : "DATE '" + businessDate + "'";
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?<!:):run_id\\b", Long.toString(runId))
                    .replaceAll("(?<!:):business_date\\b", Matcher.quoteReplacement(date));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs statements separated by semicolons; the driver separates them. */
    static void execute(Handle handle, String sql) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw DbFailures.problemOf(failure).asException(failure);
        }
    }

    /** Runs a statement that joins staged rows as wholes: see {@link #joinWholes}. */
    static void executeJoiningWholes(Handle handle, String sql) {
        joinWholes(handle, () -> execute(handle, sql));
    }

    /**
     * Does what joins staged rows as wholes, within a transaction: however few rows the planner expects of one table, it
     * never loops over the other for each of them.
     */
    static void joinWholes(Handle handle, Runnable work) {
        execute(handle, "SET LOCAL enable_nestloop = off");
        work.run();
        execute(handle, "SET LOCAL enable_nestloop = on");
    }

    private static String path(FileKind kind, String script) {
        return kind.name() + "/" + script + ".sql";
    }
}
