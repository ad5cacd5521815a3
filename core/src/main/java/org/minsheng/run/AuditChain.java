package org.minsheng.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/**
 * The hash chain over the audit: each seal is SHA-256 of the previous seal and of its entry's canonical text, so that
 * a changed, exchanged or missing entry breaks every later seal.
 *
 * <p>Entries are written without waiting for the chain. The one sealer adds those whose transactions have ended and
 * can no longer be overtaken by one that began earlier.
 */
public final class AuditChain {
    private static final int FETCH_ROWS = 10_000;
    private static final long LOCK_KEY = 0x6175646974L;
    private static final byte[] BEFORE_FIRST = new byte[32];

    /** The entry as text that depends on nothing but its columns; the session's TimeZone does not matter. */
    private static final String CANONICAL = """
            concat_ws(E'\\x1f', entry_id, written_in, extract(epoch FROM at), login, action,
                coalesce(run_id::text, '-'), coalesce(reason, '-'), facts)""";

    private final Handle handle;

    public AuditChain(Handle handle) {
        this.handle = handle;
    }

    /**
     * The end of the chain.
     *
     * @param position number of the last seal; 0 for an empty chain
     * @param hash its hash as 64 hexadecimal digits
     */
    public record Head(long position, String hash) {}

    /**
     * What a verification saw.
     *
     * @param sealed entries whose seals were recomputed
     * @param unsealed entries that no seal covers yet
     * @param firstBroken position of the first seal that does not agree; empty when all do
     */
    public record Verdict(long sealed, long unsealed, Optional<Long> firstBroken) {}

    /** Seals what has ended; one sealer at a time, the second waits. Returns the new end of the chain. */
    public Head seal() {
        return handle.inTransaction(transaction -> {
            transaction
                    .createQuery("SELECT pg_advisory_xact_lock(:key)::text")
                    .bind("key", LOCK_KEY)
                    .mapTo(String.class)
                    .one();
            Head head = head();
            ResultIterable<Entry> entries = transaction
                    .createQuery("SELECT entry_id, " + CANONICAL + """
                             AS canonical FROM run.audit_entry entry
                            WHERE written_in < pg_snapshot_xmin(pg_current_snapshot())
                                AND NOT EXISTS (SELECT FROM run.audit_seal seal WHERE seal.entry_id = entry.entry_id)
                            ORDER BY entry_id""")
                    .setFetchSize(FETCH_ROWS)
                    .map((row, context) -> Entry.read(row));
            byte[] hash = HexFormat.of().parseHex(head.hash());
            long position = head.position();
            try (org.jdbi.v3.core.statement.PreparedBatch seals = transaction.prepareBatch(
                    "INSERT INTO run.audit_seal (position, entry_id, hash) VALUES (:position, :entry, :hash)")) {
                for (Entry entry : entries) {
                    position++;
                    hash = next(hash, entry.canonical());
                    seals.bind("position", position)
                            .bind("entry", entry.id())
                            .bind("hash", hash)
                            .add();
                    if (seals.size() == FETCH_ROWS) {
                        seals.execute();
                    }
                }
                if (seals.size() > 0) {
                    seals.execute();
                }
            }
            return new Head(position, HexFormat.of().formatHex(hash));
        });
    }

    /** The end of the chain as stored. */
    public Head head() {
        return handle.createQuery("SELECT position, hash FROM run.audit_seal ORDER BY position DESC LIMIT 1")
                .map((row, context) ->
                        new Head(row.getLong("position"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .findOne()
                .orElse(new Head(0, HexFormat.of().formatHex(BEFORE_FIRST)));
    }

    /** The hash that the chain has at a position, or empty when the chain is shorter. */
    public Optional<String> hashAt(long position) {
        if (position == 0) {
            return Optional.of(HexFormat.of().formatHex(BEFORE_FIRST));
        }
        return handle.createQuery("SELECT hash FROM run.audit_seal WHERE position = :position")
                .bind("position", position)
                .map((row, context) -> HexFormat.of().formatHex(row.getBytes("hash")))
                .findOne();
    }

    /** Recomputes the whole chain from the entries, in bounded memory. */
    public Verdict verify() {
        return handle.inTransaction(transaction -> {
            long unsealed = transaction.createQuery("""
                            SELECT count(*) FROM run.audit_entry entry WHERE NOT EXISTS (
                                SELECT FROM run.audit_seal seal WHERE seal.entry_id = entry.entry_id)""").mapTo(Long.class).one();
            Iterator<Seal> seals = transaction
                    .createQuery("SELECT position, hash, " + CANONICAL
                            + " AS canonical FROM run.audit_seal LEFT JOIN run.audit_entry USING (entry_id)"
                            + " ORDER BY position")
                    .setFetchSize(FETCH_ROWS)
                    .map((row, context) -> Seal.read(row))
                    .iterator();
            byte[] hash = BEFORE_FIRST;
            long expected = 1;
            while (seals.hasNext()) {
                Seal seal = seals.next();
                hash = next(hash, seal.canonical());
                if (seal.position() != expected
                        || !HexFormat.of().formatHex(hash).equals(seal.hash())) {
                    return new Verdict(expected - 1, unsealed, Optional.of(expected));
                }
                expected++;
            }
            return new Verdict(expected - 1, unsealed, Optional.empty());
        });
    }

    private static byte[] next(byte[] previous, String canonical) {
        MessageDigest digest = sha256();
        digest.update(previous);
        return digest.digest(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private record Entry(long id, String canonical) {
        static Entry read(ResultSet row) throws SQLException {
            return new Entry(row.getLong("entry_id"), row.getString("canonical"));
        }
    }

    private record Seal(long position, String hash, String canonical) {
        static Seal read(ResultSet row) throws SQLException {
            String canonical = row.getString("canonical");
            return new Seal(
                    row.getLong("position"),
                    HexFormat.of().formatHex(row.getBytes("hash")),
                    canonical == null ? "" : canonical);
        }
    }
}
