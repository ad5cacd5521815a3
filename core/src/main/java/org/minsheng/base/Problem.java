package org.minsheng.base;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that is wrong: a stable code and the facts that its text needs. It carries no text itself, so that it reads
 * as well in Chinese as in English, in a terminal as in JSON.
 *
 * <p>Facts are named as their text names them ({@code claim}, {@code value}, {@code line}). An identity number goes in
 * as {@link Masked}, never as a string.
 */
public record Problem(ProblemCode code, Map<String, Object> facts) {
    public Problem {
        Objects.requireNonNull(code);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A problem whose text needs no facts. */
    public static Problem of(ProblemCode code) {
        return new Problem(code, Map.of());
    }

    /** The same problem with one more fact. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Problem(code, more);
    }

    /** This problem as the end of what is being done. */
    public ProblemException asException() {
        return new ProblemException(this, null);
    }

    /** This problem as the end of what is being done, with the failure that caused it. */
    public ProblemException asException(Throwable cause) {
        return new ProblemException(this, cause);
    }

    @Override
    public String toString() {
        return code.code() + facts;
    }
}
