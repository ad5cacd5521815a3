package org.minsheng.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.regex.Matcher;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.DbFailures;

/**
 * The SQL of a kind, in the folder {@code load/KIND} beside its owner: {@code check.sql} puts bad rows into
 * {@code stage_reject}, {@code plan.sql} sets {@code action} to {@code change}, {@code unchanged} or {@code remove} where
 * it is not {@code insert}, {@code merge.sql} writes the differences, {@code undo.sql} takes a load back. Each may hold
 * several statements. Two words are replaced: {@code :run_id} by the number of the load's run, {@code :business_date} by
 * the date it works for.
 *
 * <p>They find {@code stage_KIND} (row_no, file_line, the columns, the derived columns, action) holding the good rows only,
 * and {@code stage_reject} (file_no, row_no,
 * column_name, rule, value, facts, key): the number of the file in its load and of the row in the file, our name of the
 * column, the code of the rule, and for rows that could not even be read their business key as far as it is readable.
 */
final class KindScripts {
    private KindScripts() {}

    /** Whether the kind has a script of this name. */
    static boolean has(FileKind kind, String script) {
        return kind.owner().getResource(path(kind, script)) != null;
    }

    /** Runs a script when the kind has it. */
    static void run(Handle handle, FileKind kind, String script, long runId, LocalDate businessDate) {
        try (InputStream resource = kind.owner().getResourceAsStream(path(kind, script))) {
            if (resource == null) {
                return;
            }
            String date = businessDate == null ? "NULL::date" : "DATE '" + businessDate + "'";
            String sql = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?<!:):run_id\\b", Long.toString(runId))
                    .replaceAll("(?<!:):business_date\\b", Matcher.quoteReplacement(date));
            execute(handle, sql);
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

    private static String path(FileKind kind, String script) {
        return "load/" + kind.name() + "/" + script + ".sql";
    }
}
