package org.minsheng.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The roles of the database: who owns the tables, who may do what. */
public final class Roles {
    /** Owns every table; nobody logs in as it. Migrations run under it. */
    public static final String OWNER = "minsheng_owner";

    /** Role of the login that an embedded server makes. */
    public static final String ADMIN = "minsheng_admin";

    private Roles() {}

    /** The script that makes the roles, as often as it is run; a DBA of a central database runs it once. */
    public static String sql() {
        try (InputStream script = Roles.class.getResourceAsStream("/org/minsheng/db/roles.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
