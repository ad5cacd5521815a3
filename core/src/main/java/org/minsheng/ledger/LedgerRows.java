package org.minsheng.ledger;

import java.sql.Connection;
import org.minsheng.db.CopyIn;

/**
 * Takes rows of the ledger in bulk. Whoever writes here holds the lock of the bucket ({@link
 * org.minsheng.db.Locks#bucket}) in the same transaction; the tables are append-only.
 */
public final class LedgerRows {
    private LedgerRows() {}

    /** Personal accounts: bucket, person, date, kind, amount in fen (a draw is negative), reference, run. */
    public static CopyIn accountEntries(Connection connection) {
        return CopyIn.into(
                connection, "ledger.account_entry (bucket, person_id, dated, kind, amount, reference, run_id)");
    }

    /** The general ledger: run, bucket, institution, debit, credit, amount in fen. */
    public static CopyIn transfers(Connection connection) {
        return CopyIn.into(connection, "ledger.transfer (run_id, bucket, institution_id, debit, credit, amount)");
    }
}
