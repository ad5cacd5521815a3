package org.minsheng.base;

/**
 * A stable name of one sort of trouble. Each room has one enum of them; the texts (what, why, what to do) live with the
 * command line in Chinese and English under the same code, and a test fails for a code without a text.
 */
public interface ProblemCode {
    /** The stable code, lower case with a dot after its subject: {@code claim.not-found}. */
    String code();

    /** What sort of trouble it is. */
    ProblemKind kind();
}
