package org.minsheng.bureau.city;

import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** What can be wrong with a demonstration city. */
public enum CityProblem implements ProblemCode {
    /** Too few or too many people. Facts: {@code people}, {@code least}, {@code most}. */
    PEOPLE("city.people", ProblemKind.USAGE),
    /** A year that the city cannot be of. Facts: {@code year}, {@code least}, {@code most}. */
    YEAR("city.year", ProblemKind.USAGE),
    /** A file cannot be written. Facts: {@code folder}, {@code cause}. */
    UNWRITABLE("city.unwritable", ProblemKind.FAILED),
    /** The folder holds no city. Facts: {@code folder}. */
    MANIFEST_MISSING("city.manifest-missing", ProblemKind.NOT_FOUND),
    /** The manifest cannot be read. Facts: {@code folder}, {@code cause}. */
    MANIFEST_UNREADABLE("city.manifest-unreadable", ProblemKind.FAILED),
    /** Somebody asked this process to stop while it loaded a city. Facts: {@code loaded}, {@code files}. */
    INTERRUPTED("city.interrupted", ProblemKind.STOPPED),
    /** Rows of a city were rejected, as its manifest promises. Facts: {@code rejected}, {@code read}, {@code bad}. */
    SOME_REJECTED("city.some-rejected", ProblemKind.FINDING);

    private final String code;
    private final ProblemKind kind;

    CityProblem(String code, ProblemKind kind) {
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
