package org.minsheng.cli.command;

import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** Trouble that the command line itself finds. */
public enum CliProblem implements ProblemCode {
    UNKNOWN_COMMAND("usage.unknown-command", ProblemKind.USAGE),
    UNKNOWN_OPTION("usage.unknown-option", ProblemKind.USAGE),
    UNEXPECTED_ARGUMENT("usage.unexpected-argument", ProblemKind.USAGE),
    MISSING_ARGUMENT("usage.missing-argument", ProblemKind.USAGE),
    INVALID_VALUE("usage.invalid-value", ProblemKind.USAGE),
    /** A date that is written well and does not exist. */
    NO_SUCH_DATE("usage.no-such-date", ProblemKind.USAGE),
    REPEATED_OPTION("usage.repeated-option", ProblemKind.USAGE),
    EXCLUSIVE_OPTIONS("usage.exclusive-options", ProblemKind.USAGE),
    UNREADABLE("usage.unreadable", ProblemKind.USAGE),
    UNKNOWN_TOPIC("usage.unknown-topic", ProblemKind.USAGE),
    CONFIRMATION_NEEDED("usage.confirmation-needed", ProblemKind.USAGE),
    NOTHING_TO_READ("usage.nothing-to-read", ProblemKind.USAGE),
    /** Some of the numbers that were checked are not valid. */
    INVALID_NUMBERS("id.some-invalid", ProblemKind.FINDING),
    /** Some checks of the doctor found something wrong. */
    DOCTOR_FOUND_WRONG("doctor.found-wrong", ProblemKind.FINDING),
    UNKNOWN_SETTING("config.unknown-key", ProblemKind.USAGE),
    INVALID_SETTING("config.invalid-value", ProblemKind.USAGE),
    NOT_A_SETTING("config.not-a-setting", ProblemKind.USAGE),
    DOUBLE_SETTING("config.double-key", ProblemKind.USAGE),
    UNKNOWN_PROFILE("config.unknown-profile", ProblemKind.USAGE),
    /** An address carries a password, which everyone can read who sees the processes. */
    PASSWORD_IN_ADDRESS("config.password-in-address", ProblemKind.USAGE),
    /** The service file has no section of that name. */
    UNKNOWN_SERVICE("config.unknown-service", ProblemKind.USAGE),
    SOCKET_HOST("config.socket-host", ProblemKind.USAGE),
    PSQL_MISSING("db.psql-missing", ProblemKind.FAILED),
    DECLINED("cli.declined", ProblemKind.FAILED),
    FILE_MISSING("cli.file-missing", ProblemKind.NOT_FOUND),
    FILE_FAILED("cli.file-failed", ProblemKind.FAILED),
    OUTPUT_FAILED("cli.output-failed", ProblemKind.FAILED),
    OUT_OF_MEMORY("cli.out-of-memory", ProblemKind.FAILED),
    UNEXPECTED("cli.unexpected", ProblemKind.FAILED);

    private final String code;
    private final ProblemKind kind;

    CliProblem(String code, ProblemKind kind) {
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
