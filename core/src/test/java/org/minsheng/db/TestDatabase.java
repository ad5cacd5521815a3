package org.minsheng.db;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database for one test class, copied from the migrated template:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase database = TestDatabase.migrated();
 * }</pre>
 *
 * <p>A class that leaves a connection open fails.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
    private ConnectionSettings settings;
    private Database database;

    private TestDatabase() {}

    /** With all migrations, no rows but those of the migrations. */
    public static TestDatabase migrated() {
        return new TestDatabase();
    }

    /** The way to it for an administrator who is no superuser. */
    public ConnectionSettings settings() {
        return settings;
    }

    /** The way to it for a login that has one role only: admin, operator, support, auditor, kiosk. */
    public ConnectionSettings settingsAs(String role) {
        return settings.withLogin("test_" + role, TestPostgres.PASSWORD);
    }

    /** The way to it for the superuser: to prepare what no login of ours may. */
    public ConnectionSettings superuserSettings() {
        return settings.withLogin("postgres", TestPostgres.PASSWORD);
    }

    /** An open database of {@link #settings()} that the extension closes. */
    public Database database() {
        return database;
    }

    /** Its connection. */
    public Handle handle() {
        return database.handle();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        settings = TestPostgres.shared().createDatabase();
        database = new Database(settings);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
        List<String> leaks = TestPostgres.shared().dropDatabase(settings.database());
        if (!leaks.isEmpty()) {
            throw new AssertionError("connections left open: " + leaks);
        }
    }
}
