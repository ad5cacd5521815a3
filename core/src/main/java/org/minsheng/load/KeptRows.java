package org.minsheng.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.minsheng.db.CopyLine;
import org.minsheng.db.DbFailures;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The good rows of a kind that are kept aside, on the disk in the order of the file, and their runs, which are staged.
 * Of a file that mends rejects each row is a run of its own: each mends another one.
 */
final class KeptRows implements GoodRows, AutoCloseable {
    private static final int SEND_BYTES = 1 << 17;

    private final Column[] owner;
    private final Column[] columns;
    private final StagingColumn[] derived;
    private final RunSummary summary;
    private final MendedReject mended;
    private final Spool rows = new Spool();
    private final String[] ownerTexts;
    private final long[] ownerNumbers;
    private final KeyFilter ownersSeen;
    private final DoubleKeys doubles;
    private final List<Column> ownerColumns;
    private final List<Column> keyInRun;
    private final RunKeys keysOfRun = new RunKeys();
    private boolean runIsOpen;
    private boolean returns;
    private boolean suspected;
    private long firstRow;
    private long rowsOfRun;

    /** @param fileBytes the size of the file */
    KeptRows(FileKind kind, MendedReject mended, DoubleKeys doubles, long fileBytes) {
        Keeping keeping = kind.keeping();
        this.owner = keeping.owner().toArray(Column[]::new);
        this.columns = keeping.columnsOfRow(kind).toArray(Column[]::new);
        this.derived = kind.derived().toArray(StagingColumn[]::new);
        this.summary = keeping.newSummary();
        this.mended = mended;
        this.ownerTexts = new String[owner.length];
        this.ownerNumbers = new long[owner.length];
        this.ownersSeen = new KeyFilter(fileBytes);
        this.doubles = doubles;
        this.ownerColumns = keeping.owner();
        this.keyInRun = kind.keyColumns().stream()
                .filter(column -> !keeping.owner().contains(column))
                .toList();
    }

    @Override
    public void take(RawRecord record, TypedRow row, CopyLine staged) {
        if (!runIsOpen || mended.isNamed() || !belongsToRun(row)) {
            endRun(staged);
            beginRun(record, row, staged);
        }
        summary.add(row);
        rowsOfRun++;
        CopyLine kept = rows.line().number(record.row()).number(record.line());
        StagedRows.write(row, columns, kept);
        StagedRows.write(row, derived, kept);
        rows.endRow();
        if (keysOfRun.add(DoubleKeys.hash(row, keyInRun))) {
            suspectRun();
        }
    }

    private boolean belongsToRun(TypedRow row) {
        for (int i = 0; i < owner.length; i++) {
            if (row.number(owner[i]) != ownerNumbers[i] || !row.hasText(owner[i], ownerTexts[i])) {
                return false;
            }
        }
        return true;
    }

    private void beginRun(RawRecord record, TypedRow row, CopyLine staged) {
        for (int i = 0; i < owner.length; i++) {
            ownerNumbers[i] = row.number(owner[i]);
            ownerTexts[i] = row.hasText(owner[i], ownerTexts[i]) ? ownerTexts[i] : row.textIfAny(owner[i]);
        }
        returns = ownersSeen.add(DoubleKeys.hash(row, ownerColumns));
        runIsOpen = true;
        firstRow = record.row();
        rowsOfRun = 0;
        keysOfRun.clear();
        suspected = false;
        if (returns) {
            suspectRun();
        }
        summary.begin();
        staged.number(firstRow).number(record.line());
        StagedRows.write(row, owner, staged);
        mended.write(record, staged);
    }

    private void suspectRun() {
        if (!suspected) {
            doubles.suspect(firstRow);
            suspected = true;
        }
    }

    private void endRun(CopyLine staged) {
        if (runIsOpen) {
            staged.text(returns ? "t" : "f").number(rowsOfRun);
            summary.write(staged);
            staged.endRow();
            runIsOpen = false;
        }
    }

    /** The rows of a run have consecutive numbers. */
    @Override
    public void gap(CopyLine staged) {
        endRun(staged);
    }

    @Override
    public void end(CopyLine staged) {
        endRun(staged);
    }

    /**
     * Copies the rows of chosen runs into a table.
     *
     * @param runs a query: row_no of the first row and number of rows, then what the table has before a row's own
     *     columns; in the order of row_no
     * @param withPlace whether the table wants row_no and file_line between the two
     * @param tableAndColumns the table
     */
    void copyInto(Handle handle, String runs, boolean withPlace, String tableAndColumns) {
        try (Spool chosen = new Spool()) {
            chosen.fill(handle, runs);
            copyInto(handle, chosen.read(), withPlace, tableAndColumns);
        } catch (IOException failure) {
            throw Source.unreadable(System.getProperty("java.io.tmpdir"), failure);
        }
    }

    private void copyInto(Handle handle, InputStream chosen, boolean withPlace, String tableAndColumns)
            throws IOException {
        CopyIn copy = null;
        try {
            copy = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + tableAndColumns + " FROM STDIN");
            PGCopyOutputStream out = new PGCopyOutputStream(copy, SEND_BYTES);
            long wanted = join(new RowBytes(chosen), new RowBytes(rows.read()), withPlace, out);
            long written = out.endCopy();
            if (written != wanted) {
                throw new IllegalStateException(written + " rows written of " + wanted + " that were staged");
            }
        } catch (SQLException failure) {
            throw DbFailures.problemOf(failure).asException(failure);
        } catch (IOException failure) {
            // The driver's stream wraps what the server says.
            if (failure.getCause() instanceof SQLException cause) {
                throw DbFailures.problemOf(cause).asException(failure);
            }
            throw failure;
        } finally {
            StagingFeed.cancel(copy);
        }
    }

    /**
     * Puts each row of the runs behind what its run gives it. Both are read once, from front to back.
     *
     * @return how many rows the runs say they have
     */
    private static long join(RowBytes runs, RowBytes kept, boolean withPlace, OutputStream out) throws IOException {
        long wanted = 0;
        boolean more = kept.next();
        while (runs.next()) {
            long first = runs.number();
            long count = runs.number();
            wanted += count;
            while (more && kept.numberAhead() < first + count) {
                if (kept.numberAhead() >= first) {
                    write(runs, kept, withPlace, out);
                }
                more = kept.next();
            }
        }
        return wanted;
    }

    private static void write(RowBytes run, RowBytes kept, boolean withPlace, OutputStream out) throws IOException {
        if (!withPlace) {
            kept.number();
            kept.number();
        }
        out.write(run.bytes(), run.position(), run.end() - run.position());
        out.write('\t');
        out.write(kept.bytes(), kept.position(), kept.end() - kept.position());
        out.write('\n');
    }

    @Override
    public void close() {
        rows.close();
    }
}
