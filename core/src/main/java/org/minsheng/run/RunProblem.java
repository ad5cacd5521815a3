package org.minsheng.run;

import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** What can be wrong with a run, the business date, the installation or the audit. */
public enum RunProblem implements ProblemCode {
    /** No run has this number. */
    RUN_NOT_FOUND("run.not-found", ProblemKind.NOT_FOUND),
    /** The run was resumed elsewhere: this worker must not write any more. */
    RUN_SUPERSEDED("run.superseded", ProblemKind.CONFLICT),
    /** The run is not in a state that allows this. */
    RUN_WRONG_STATE("run.wrong-state", ProblemKind.CONFLICT),
    /** The job of the run is one transaction: an interrupted one has left nothing to go on with. */
    RUN_NOT_RESUMABLE("run.not-resumable", ProblemKind.CONFLICT),
    /** Something that nobody foresaw ended it. Facts: {@code run}, {@code reason}. */
    RUN_BROKEN("run.broken", ProblemKind.FAILED),
    /** No business date was ever opened, and none was given. */
    BATCH_DATE_NOT_SET("batch.date-not-set", ProblemKind.USAGE),
    /** The new business date is not after the open one. */
    BATCH_DATE_NOT_LATER("batch.date-not-later", ProblemKind.CONFLICT),
    /** The database has not been told what it is. */
    INSTALLATION_NOT_SET("installation.not-set", ProblemKind.CONFLICT),
    /** A database that has been used cannot become a demonstration. */
    INSTALLATION_NOT_EMPTY("installation.not-empty", ProblemKind.CONFLICT),
    /** The database is of the other kind, or another one, than this needs. */
    INSTALLATION_MISMATCH("installation.mismatch", ProblemKind.CONFLICT),
    /** The database is not the installation that the settings pin. */
    INSTALLATION_UNEXPECTED("installation.unexpected", ProblemKind.CONFLICT),
    /** The audit does not agree with its chain or its anchor. */
    AUDIT_BROKEN("audit.broken", ProblemKind.FAILED),
    /** The anchor file is not one of ours, or its signature is wrong. */
    AUDIT_ANCHOR_INVALID("audit.anchor-invalid", ProblemKind.USAGE),
    /** The signing key cannot be read or written. */
    AUDIT_KEY_UNUSABLE("audit.key-unusable", ProblemKind.FAILED);

    private final String code;
    private final ProblemKind kind;

    RunProblem(String code, ProblemKind kind) {
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
