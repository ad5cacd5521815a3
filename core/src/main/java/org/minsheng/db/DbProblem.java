package org.minsheng.db;

import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** What can be wrong with the database or the way to it. */
public enum DbProblem implements ProblemCode {
    /** Nothing says which database to use. */
    NOT_CONFIGURED("db.not-configured", ProblemKind.UNAVAILABLE),
    /** Nobody answers at the address. */
    UNREACHABLE("db.unreachable", ProblemKind.UNAVAILABLE),
    /** The server refuses the login or its password. */
    LOGIN_REFUSED("db.login-refused", ProblemKind.UNAVAILABLE),
    /** The server has no such database. */
    DATABASE_MISSING("db.database-missing", ProblemKind.UNAVAILABLE),
    /** The server is older than PostgreSQL 15. */
    SERVER_TOO_OLD("db.server-too-old", ProblemKind.UNAVAILABLE),
    /** The connection broke while working. */
    CONNECTION_LOST("db.connection-lost", ProblemKind.UNAVAILABLE),
    /** The schema is older than this program. */
    MIGRATIONS_PENDING("db.migrations-pending", ProblemKind.CONFLICT),
    /** The schema is newer than this program. */
    SCHEMA_TOO_NEW("db.schema-too-new", ProblemKind.CONFLICT),
    /** A migration could not be applied. */
    MIGRATION_FAILED("db.migration-failed", ProblemKind.FAILED),
    /** The database takes no writes: a standby, or set read-only. */
    READ_ONLY("db.read-only", ProblemKind.CONFLICT),
    /** The server's disk is full. */
    DISK_FULL("db.disk-full", ProblemKind.FAILED),
    /** The login lacks a right. */
    NOT_PERMITTED("db.not-permitted", ProblemKind.NOT_PERMITTED),
    /** What was to be changed is an input of an unfinished batch. */
    INPUTS_PINNED("db.inputs-pinned", ProblemKind.CONFLICT),
    /** What was looked at is no longer so: somebody else committed first. */
    CHANGED_MEANWHILE("db.changed-meanwhile", ProblemKind.BUSY),
    /** Something waited longer for a lock than it may. */
    LOCK_TIMEOUT("db.lock-timeout", ProblemKind.BUSY),
    /** Another session does the same job. */
    JOB_RUNNING("db.job-running", ProblemKind.BUSY),
    /** The database refused a statement for a reason of its own. */
    STATEMENT_FAILED("db.statement-failed", ProblemKind.FAILED),
    /** The embedded server did not start. */
    EMBEDDED_START_FAILED("db.embedded-start-failed", ProblemKind.FAILED),
    /** The embedded server is not for this processor or system. */
    EMBEDDED_UNSUPPORTED("db.embedded-unsupported", ProblemKind.FAILED),
    /** Root may not run PostgreSQL, and no way round it was found. */
    EMBEDDED_NEEDS_USER("db.embedded-needs-user", ProblemKind.FAILED),
    /** The home has no embedded server. */
    EMBEDDED_MISSING("db.embedded-missing", ProblemKind.UNAVAILABLE),
    /** The embedded server is not running. */
    EMBEDDED_STOPPED("db.embedded-stopped", ProblemKind.UNAVAILABLE),
    /** Others may read the file of passwords. */
    PASSWORD_FILE_OPEN("db.password-file-open", ProblemKind.USAGE),
    /** The file of passwords cannot be read. */
    PASSWORD_FILE_UNREADABLE("db.password-file-unreadable", ProblemKind.FAILED),
    /** The file of services cannot be read. */
    SERVICE_FILE_UNREADABLE("db.service-file-unreadable", ProblemKind.FAILED),
    /** The roles of minsheng were never made on this server. */
    ROLES_MISSING("db.roles-missing", ProblemKind.CONFLICT),
    /** The login that is to migrate is no member of the owner role. */
    MIGRATOR_NOT_OWNER("db.migrator-not-owner", ProblemKind.NOT_PERMITTED),
    /** The owner role may not make schemas in the database. */
    OWNER_RIGHTS_MISSING("db.owner-rights-missing", ProblemKind.NOT_PERMITTED),
    /** An extension is missing, and the login may not create it. */
    EXTENSION_MISSING("db.extension-missing", ProblemKind.NOT_PERMITTED);

    private final String code;
    private final ProblemKind kind;

    DbProblem(String code, ProblemKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
