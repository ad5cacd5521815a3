package org.minsheng.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The roles of the database: who owns the tables, who may do what. */
public final class Roles {
    /** Owns every table; nobody logs in as it. Migrations run under it. */
    public static final String OWNER = "minsheng_owner";

    /** Role of the login that an embedded server makes. */
    public static final String ADMIN = "minsheng_admin";

    /** Every role, as the script makes them. */
    public static final List<String> NAMES =
            List.of(OWNER, ADMIN, "minsheng_operator", "minsheng_support", "minsheng_auditor", "minsheng_kiosk");

    private static final List<String> RUN_READERS = List.of(OWNER, ADMIN, "minsheng_operator", "minsheng_auditor");

    private Roles() {}

    /**
     * A role and what it is to the present login.
     *
     * @param name as PostgreSQL has it
     * @param exists whether the server has it
     * @param held whether the login is a member, directly or through others
     */
    public record Role(String name, boolean exists, boolean held) {}

    /** Every role of ours in the order of the script, as the login of this connection sees it. */
    public static List<Role> of(Handle handle) {
        return handle.createQuery("""
                        SELECT name, role.oid IS NOT NULL AS present,
                            coalesce(pg_has_role(session_user, role.oid, 'MEMBER'), false) AS held
                        FROM unnest(:names) WITH ORDINALITY AS wanted (name, place)
                        LEFT JOIN pg_roles role ON role.rolname = wanted.name
                        ORDER BY place""")
                .bindArray("names", String.class, NAMES)
                .map((row, context) ->
                        new Role(row.getString("name"), row.getBoolean("present"), row.getBoolean("held")))
                .list();
    }

    /**
     * Whether the login of this connection may see loads and batches: support staff and kiosks may not.
     *
     * @return true for operators, administrators, auditors, and whoever owns the tables
     */
    public static boolean seesRuns(Handle handle) {
        return of(handle).stream().anyMatch(role -> role.held() && RUN_READERS.contains(role.name()));
    }

    /** The script that makes the roles, as often as it is run; a DBA of a central database runs it once. */
    public static String sql() {
        try (InputStream script = Roles.class.getResourceAsStream("/org/minsheng/db/roles.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
