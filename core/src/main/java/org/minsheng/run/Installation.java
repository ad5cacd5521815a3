package org.minsheng.run;

import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;

/**
 * What this database is: set once on the empty database and unchangeable.
 *
 * @param id identity that a profile may pin
 * @param demonstration true for a demonstration, false for production
 * @param name how people call it: 青岛 production
 */
public record Installation(String id, boolean demonstration, String name) {
    private static final String DEMONSTRATION = "demonstration";

    /** The kind as the database names it. */
    public String kind() {
        return demonstration ? DEMONSTRATION : "production";
    }

    /** What this database was declared to be; empty on a new one. */
    public static Optional<Installation> find(Handle handle) {
        return handle.createQuery("SELECT installation_id, kind, name FROM run.installation")
                .map((row, context) -> new Installation(
                        row.getString("installation_id"),
                        row.getString("kind").equals(DEMONSTRATION),
                        row.getString("name")))
                .findOne();
    }

    /** What this database was declared to be, or {@code installation.not-set}. */
    public static Installation required(Handle handle) {
        return find(handle)
                .orElseThrow(() -> Problem.of(RunProblem.INSTALLATION_NOT_SET).asException());
    }

    /**
     * What this database is, when it is a demonstration.
     *
     * @throws org.minsheng.base.ProblemException {@code installation.not-set} on a new database,
     *     {@code installation.mismatch} when it is production
     */
    public static Installation requireDemonstration(Handle handle) {
        Installation known = required(handle);
        known.requireKind(true);
        return known;
    }

    /**
     * Declares what this database is, or returns what it was declared before when that agrees.
     *
     * @throws org.minsheng.base.ProblemException {@code installation.mismatch} when it is of the other kind, {@code
     *     installation.not-empty} when what was loaded into it is to become a demonstration, which may be wiped
     */
    public static Installation declare(Handle handle, boolean demonstration, String name) {
        Optional<Installation> known = find(handle);
        if (known.isEmpty()) {
            if (demonstration && hasRuns(handle)) {
                throw Problem.of(RunProblem.INSTALLATION_NOT_EMPTY).asException();
            }
            String kind = demonstration ? DEMONSTRATION : "production";
            handle.useTransaction(transaction -> {
                transaction
                        .createUpdate("INSERT INTO run.installation (kind, name) VALUES (:kind, :name)")
                        .bind("kind", kind)
                        .bind("name", name)
                        .execute();
                new Audit(transaction).record("installation declare", null, null, Map.of("kind", kind, "name", name));
            });
            return required(handle);
        }
        known.get().requireKind(demonstration);
        return known.get();
    }

    private void requireKind(boolean wanted) {
        if (demonstration != wanted) {
            throw Problem.of(RunProblem.INSTALLATION_MISMATCH)
                    .with("expected", wanted ? DEMONSTRATION : "production")
                    .with("actual", kind())
                    .with("name", name)
                    .asException();
        }
    }

    private static boolean hasRuns(Handle handle) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM run.run)")
                .mapTo(Boolean.class)
                .one();
    }
}
