package org.minsheng.claim;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Digest;
import org.minsheng.base.Problem;
import org.minsheng.claim.engine.PackTest;
import org.minsheng.db.Locks;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.PackCompiler;
import org.minsheng.policy.PackLint;
import org.minsheng.policy.PolicyPack;
import org.minsheng.policy.PolicyProblem;
import org.minsheng.run.Audit;
import org.minsheng.run.Installation;

/**
 * The policy packs of the database: imported as drafts, kept as the very text that came in, activated by a second person.
 */
public final class PolicyShelf {
    private static final Pattern SCHEME = Pattern.compile("[0-9]{3}");
    private static final String SELECT = """
            SELECT pack_no, pack_id, version, valid_from, valid_to, status, schemes, sha256, imported_at, imported_by,
                   activated_at, activated_by
            FROM policy.pack LEFT JOIN LATERAL (
                SELECT min(activated_at) AS activated_at, min(activated_by) AS activated_by
                FROM policy.activation WHERE activation.pack_no = pack.pack_no) activation ON true
            """;

    private final Handle handle;

    public PolicyShelf(Handle handle) {
        this.handle = handle;
    }

    /**
     * Keeps a pack as a draft. The same text under the same name and version is kept already: nothing changes.
     *
     * @throws org.minsheng.base.ProblemException when the text is no pack, {@code policy.no-scheme}, or {@code
     *     policy.version-taken}
     */
    public ShelvedPack importPack(String text) {
        PolicyPack pack = PackCompiler.compile(text).source();
        refuseWithoutScheme(pack);
        PolicyPack.Head head = pack.head();
        String sha256 = Digest.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
        return handle.inTransaction(transaction -> {
            Optional<ShelvedPack> known = find(head.id(), head.version());
            if (known.isPresent()) {
                return sameText(known.get(), sha256);
            }
            insert(pack, text, sha256);
            new Audit(handle).record("policy import", null, null, Map.of("pack", head.id(), "version", head.version()));
            return required(head.id(), head.version());
        });
    }

    /** Settling chooses a pack by the scheme of a claim: a code of {@code insutype}. */
    private static void refuseWithoutScheme(PolicyPack pack) {
        List<String> others = pack.schemes().stream()
                .filter(code -> !SCHEME.matcher(code).matches())
                .toList();
        if (pack.schemes().isEmpty() || !others.isEmpty()) {
            throw Problem.of(PolicyProblem.NO_SCHEME)
                    .with("pack", pack.head().id())
                    .with("value", others.isEmpty() ? "-" : String.join(", ", others))
                    .asException();
        }
    }

    private static ShelvedPack sameText(ShelvedPack known, String sha256) {
        if (!known.sha256().equals(sha256)) {
            throw Problem.of(PolicyProblem.VERSION_TAKEN)
                    .with("pack", known.id())
                    .with("version", known.version())
                    .asException();
        }
        return known;
    }

    private void insert(PolicyPack pack, String text, String sha256) {
        PolicyPack.Head head = pack.head();
        handle.createUpdate("""
                        INSERT INTO policy.pack (pack_id, version, valid_from, valid_to, status, schemes, body, sha256)
                        VALUES (:id, :version, :from, :to, :status, :schemes, :body, :sha256)""")
                .bind("status", head.status())
                .bindByType("schemes", pack.schemes().toArray(String[]::new), String[].class)
                .bind("id", head.id())
                .bind("version", head.version())
                .bind("from", head.validFrom())
                .bind("to", head.validTo())
                .bind("body", text)
                .bind("sha256", sha256)
                .execute();
    }

    /** All packs, by name and validity. */
    public List<ShelvedPack> list() {
        return handle.createQuery(SELECT + " ORDER BY pack_id, valid_from, version")
                .map((row, context) -> shelved(row))
                .list();
    }

    /** One pack. */
    public Optional<ShelvedPack> find(String id, String version) {
        return handle.createQuery(SELECT + " WHERE pack_id = :id AND version = :version")
                .bind("id", id)
                .bind("version", version)
                .map((row, context) -> shelved(row))
                .findOne();
    }

    /** One pack, or {@code policy.not-imported}. */
    public ShelvedPack required(String id, String version) {
        return find(id, version).orElseThrow(() -> Problem.of(PolicyProblem.NOT_IMPORTED)
                .with("pack", id)
                .with("version", version)
                .asException());
    }

    /** The text of a pack as it was imported. */
    public String text(ShelvedPack pack) {
        return handle.createQuery("SELECT body FROM policy.pack WHERE pack_no = :number")
                .bind("number", pack.number())
                .mapTo(String.class)
                .one();
    }

    /**
     * Makes a pack decide the claims of its schemes on its dates.
     *
     * @throws org.minsheng.base.ProblemException {@code policy.not-imported}, {@code policy.already-active},
     *     {@code policy.findings-open}, {@code policy.examples-missing}, {@code policy.examples-fail}, {@code policy.overlaps}, {@code policy.own-pack}
     */
    public ShelvedPack activate(String id, String version) {
        // One activation after the other, so that the second sees what the first made active.
        try (Locks.Held door = Locks.door(handle, "policy activate")) {
            return handle.inTransaction(transaction -> activated(required(id, version)));
        }
    }

    private ShelvedPack activated(ShelvedPack pack) {
        checkMayBeActivated(pack);
        handle.createUpdate("""
                        INSERT INTO policy.activation (pack_no, scheme, valid_from, valid_to)
                        SELECT pack_no, unnest(schemes), valid_from, valid_to FROM policy.pack WHERE pack_no = :number""").bind("number", pack.number()).execute();
        new Audit(handle).record("policy activate", null, null, Map.of("pack", pack.id(), "version", pack.version()));
        return required(pack.id(), pack.version());
    }

    private void checkMayBeActivated(ShelvedPack pack) {
        if (pack.isActive()) {
            throw problem(PolicyProblem.ALREADY_ACTIVE, pack).asException();
        }
        if (isOwn(pack)) {
            throw problem(PolicyProblem.OWN_PACK, pack)
                    .with("login", pack.importedBy())
                    .asException();
        }
        for (ShelvedPack other : list()) {
            List<String> shared =
                    pack.schemes().stream().filter(other.schemes()::contains).toList();
            if (other.isActive() && !shared.isEmpty() && overlap(pack, other)) {
                throw problem(PolicyProblem.OVERLAPS, pack)
                        .with("scheme", String.join(", ", shared))
                        .with("other", other.id() + " " + other.version())
                        .with("from", other.validFrom())
                        .with("to", other.validTo())
                        .asException();
            }
        }
        checkExamples(pack);
    }

    private static Problem problem(PolicyProblem problem, ShelvedPack pack) {
        return Problem.of(problem).with("pack", pack.id()).with("version", pack.version());
    }

    /** Outside a demonstration four eyes are needed; the database holds it too. */
    private boolean isOwn(ShelvedPack pack) {
        boolean demonstration =
                Installation.find(handle).map(Installation::demonstration).orElse(false);
        String login =
                handle.createQuery("SELECT session_user").mapTo(String.class).one();
        return !demonstration && login.equals(pack.importedBy());
    }

    private static boolean overlap(ShelvedPack one, ShelvedPack other) {
        return !one.validFrom().isAfter(other.validTo()) && !other.validFrom().isAfter(one.validTo());
    }

    private void checkExamples(ShelvedPack pack) {
        CompiledPack compiled = PackCompiler.compile(text(pack));
        PackTest.Report report = PackTest.run(compiled);
        if (report.results().isEmpty()) {
            throw problem(PolicyProblem.EXAMPLES_MISSING, pack).asException();
        }
        List<Problem> findings = PackLint.findings(compiled);
        if (!findings.isEmpty()) {
            throw problem(PolicyProblem.FINDINGS_OPEN, pack)
                    .with("findings", findings.size())
                    .with("first", findings.get(0))
                    .asException();
        }
        if (report.failed() > 0) {
            throw problem(PolicyProblem.EXAMPLES_FAIL, pack)
                    .with("failed", report.failed())
                    .with("checked", report.results().size())
                    .asException();
        }
    }

    private static ShelvedPack shelved(ResultSet row) throws SQLException {
        return new ShelvedPack(
                row.getInt("pack_no"),
                row.getString("pack_id"),
                row.getString("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("status"),
                List.of((String[]) row.getArray("schemes").getArray()),
                row.getString("sha256"),
                instant(row.getTimestamp("imported_at")),
                row.getString("imported_by"),
                instant(row.getTimestamp("activated_at")),
                row.getString("activated_by"));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
