package org.minsheng.cli.command;

import org.minsheng.base.ProblemKind;

/** How a run of the command ended, as scripts and cron see it. */
public enum ExitStatus {
    OK(0, "ok"),
    FAILED(1, "failed"),
    USAGE(2, "usage"),
    NOT_FOUND(3, "not-found"),
    NOT_PERMITTED(4, "not-permitted"),
    CONFLICT(5, "conflict"),
    UNAVAILABLE(6, "unavailable"),
    /** The work is done, and some rows were rejected or some cases are held. */
    FINDINGS(8, "findings"),
    BUSY(75, "busy"),
    INTERRUPTED(130, "interrupted"),
    READER_GONE(141, "reader-gone"),
    STOPPED(143, "stopped");

    private final int code;
    private final String textKey;

    ExitStatus(int code, String name) {
        this.code = code;
        this.textKey = "exit." + name;
    }

    /** The number that the shell sees as {@code $?}. */
    public int code() {
        return code;
    }

    /** The key of the text that explains this status. */
    public String textKey() {
        return textKey;
    }

    /** The status of a command that a problem of this kind ended. */
    public static ExitStatus of(ProblemKind kind) {
        return switch (kind) {
            case FAILED, FINDING -> FAILED;
            case USAGE -> USAGE;
            case NOT_FOUND -> NOT_FOUND;
            case NOT_PERMITTED -> NOT_PERMITTED;
            case CONFLICT -> CONFLICT;
            case UNAVAILABLE -> UNAVAILABLE;
            case BUSY -> BUSY;
            case STOPPED -> STOPPED;
        };
    }
}
