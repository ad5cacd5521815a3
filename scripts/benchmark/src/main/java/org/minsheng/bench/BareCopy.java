package org.minsheng.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.minsheng.db.Database;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** COPY as the driver has it: text that lies in a file into a table, a query into nothing. */
final class BareCopy {
    private static final int BUFFER_BYTES = 1 << 16;

    /** What settling reads, of half of the buckets: open claims, spells, counters, balances. */
    private static final List<String> READ_BY_SETTLING = List.of("""
            SELECT person_id, claim_id, year, claim_no, institution_id, scheme, treatment, started_on, ended_on, referral,
                pricing, slices, times_settled
            FROM claim.open_claim WHERE bucket BETWEEN %1$d AND %2$d""", """
            SELECT person_id, scheme, enrolment.person_type, from_date, to_date
            FROM registry.enrolment JOIN registry.person USING (person_id) WHERE bucket BETWEEN %1$d AND %2$d""", """
            SELECT person_id, decided_on, counters FROM claim.settlement
            WHERE bucket BETWEEN %1$d AND %2$d AND counters <> ''""", """
            SELECT person_id, sum(amount) FROM ledger.account_entry WHERE bucket BETWEEN %1$d AND %2$d
            GROUP BY person_id""");

    private BareCopy() {}

    /** Writes a query's rows into a file. */
    static void toFile(Database database, String query, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            api(database).copyOut("COPY (" + query + ") TO STDOUT", out);
        } catch (SQLException | IOException failure) {
            throw failed(failure);
        }
    }

    /** Copies files into tables in one transaction. */
    static long in(Database database, List<String> tablesAndFiles) throws IOException {
        database.handle().begin();
        long rows = 0;
        for (int i = 0; i < tablesAndFiles.size(); i += 2) {
            rows += fromFile(database, tablesAndFiles.get(i), Path.of(tablesAndFiles.get(i + 1)));
        }
        database.handle().commit();
        return rows;
    }

    /** Copies files into tables, each on a connection of its own, at once. */
    static long inByTwo(Database database, List<String> tablesAndFiles) {
        List<Callable<Long>> works = new ArrayList<>();
        for (int i = 0; i < tablesAndFiles.size(); i += 2) {
            String table = tablesAndFiles.get(i);
            Path file = Path.of(tablesAndFiles.get(i + 1));
            works.add(() -> {
                try (Database own = database.another()) {
                    return fromFile(own, table, file);
                }
            });
        }
        return atOnce(works);
    }

    /** Reads what settling reads, half of the buckets on each of two connections; returns the open claims. */
    static long outByTwo(Database database) {
        return atOnce(List.of(() -> out(database, 0, 127), () -> out(database, 128, 255)));
    }

    private static long out(Database database, int first, int last) throws SQLException, IOException {
        try (Database own = database.another()) {
            List<Long> rows = new ArrayList<>();
            for (String query : READ_BY_SETTLING) {
                String copy = "COPY (" + query.formatted(first, last) + ") TO STDOUT";
                rows.add(api(own).copyOut(copy, OutputStream.nullOutputStream()));
            }
            return rows.get(0);
        }
    }

    private static long fromFile(Database database, String table, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return api(database).copyIn("COPY " + table + " FROM STDIN", in, BUFFER_BYTES);
        } catch (SQLException | IOException failure) {
            throw failed(failure);
        }
    }

    private static long atOnce(List<Callable<Long>> works) {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            long rows = 0;
            for (Future<Long> work : threads.invokeAll(works)) {
                rows += work.get();
            }
            return rows;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            threads.shutdown();
        }
    }

    private static CopyManager api(Database database) throws SQLException {
        return database.handle().getConnection().unwrap(PGConnection.class).getCopyAPI();
    }

    private static RuntimeException failed(Exception failure) {
        return failure instanceof IOException io
                ? new UncheckedIOException(io)
                : new IllegalStateException(failure.getMessage(), failure);
    }
}
