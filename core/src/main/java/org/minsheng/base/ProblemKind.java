package org.minsheng.base;

/** What sort of trouble a {@link Problem} is; the command line maps each kind to one exit status. */
public enum ProblemKind {
    /** The work failed: a disk, a file, a broken promise of our own. */
    FAILED,
    /** The request itself is wrong: an option, a file's layout, a value. */
    USAGE,
    /** What was named does not exist. */
    NOT_FOUND,
    /** The login may not do this, or an approval is missing. */
    NOT_PERMITTED,
    /** The request contradicts the present state. */
    CONFLICT,
    /** No database is configured, or it cannot be reached. */
    UNAVAILABLE,
    /** Somebody else is doing the same; try later. */
    BUSY,
    /** Somebody asked the process to stop, and it did. */
    STOPPED,
    /** Only rows or cases carry it: a reason for a reject or a hold, never the end of a command. */
    FINDING
}
