package org.minsheng.policy;

import org.minsheng.base.Problem;
import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** What can be wrong with a policy pack. What is wrong with its text carries {@code path} and {@code line}. */
public enum PolicyProblem implements ProblemCode {
    /** The text is not YAML. */
    NOT_YAML("policy.not-yaml", ProblemKind.USAGE),
    /** The text is longer than a pack may be. */
    TOO_LONG("policy.too-long", ProblemKind.USAGE),
    /** A key that the language does not have. */
    UNKNOWN_KEY("policy.unknown-key", ProblemKind.USAGE),
    /** A key that differs from a missing one by a slip of the pen. */
    MISSPELT_KEY("policy.misspelt-key", ProblemKind.USAGE),
    /** The file of a pack is not UTF-8 text. */
    NOT_TEXT("policy.not-text", ProblemKind.USAGE),
    /** A key given twice. */
    DOUBLE_KEY("policy.double-key", ProblemKind.USAGE),
    /** A key that must be there is not. */
    MISSING_KEY("policy.missing-key", ProblemKind.USAGE),
    /** A value of another kind than expected. */
    WRONG_VALUE("policy.wrong-value", ProblemKind.USAGE),
    /** A fact, a value of a fact, a counter or a stage that is not declared. */
    UNKNOWN_NAME("policy.unknown-name", ProblemKind.USAGE),
    /** Something the language has, but not in this combination. */
    NOT_TOGETHER("policy.not-together", ProblemKind.USAGE),
    /** The declared facts have more combinations than can be compiled. */
    TOO_MANY_CASES("policy.too-many-cases", ProblemKind.USAGE),
    /** No such pack is built in. */
    UNKNOWN_PACK("policy.unknown-pack", ProblemKind.NOT_FOUND),

    /** No such pack and version was imported. */
    NOT_IMPORTED("policy.not-imported", ProblemKind.NOT_FOUND),
    /** Another text was imported under the same name and version. */
    VERSION_TAKEN("policy.version-taken", ProblemKind.CONFLICT),
    /** The pack is active already. */
    ALREADY_ACTIVE("policy.already-active", ProblemKind.CONFLICT),
    /** The pack does not say which schemes it rules, so settling cannot choose it. */
    NO_SCHEME("policy.no-scheme", ProblemKind.USAGE),
    /** Another active pack decides some of its schemes on some of its dates. */
    OVERLAPS("policy.overlaps", ProblemKind.CONFLICT),
    /** The pack has no worked examples, so nobody can see that it does what it should. */
    EXAMPLES_MISSING("policy.examples-missing", ProblemKind.CONFLICT),
    /** Some of the pack's examples fail. */
    EXAMPLES_FAIL("policy.examples-fail", ProblemKind.CONFLICT),
    /** The lint finds something in the pack: gaps, a stage without article, ratios above one. */
    FINDINGS_OPEN("policy.findings-open", ProblemKind.CONFLICT),
    /** Nobody activates what he imported himself. */
    OWN_PACK("policy.own-pack", ProblemKind.NOT_PERMITTED),

    /** A lint found something. */
    LINT_FOUND("policy.lint-found", ProblemKind.FINDING),
    /** Some examples of a pack failed. */
    EXAMPLES_FAILED("policy.examples-failed", ProblemKind.FINDING),

    /** A covered case for which a table has no entry. */
    GAP("policy.gap", ProblemKind.FINDING),
    /** Bands that do not rise, so that one overlaps another. */
    BANDS_NOT_RISING("policy.bands-not-rising", ProblemKind.FINDING),
    /** A band that no amount reaches. */
    BAND_UNREACHABLE("policy.band-unreachable", ProblemKind.FINDING),
    /** Amounts above the last band are not ruled. */
    BANDS_END("policy.bands-end", ProblemKind.FINDING),
    /** A stage that no covered case reaches. */
    STAGE_UNREACHABLE("policy.stage-unreachable", ProblemKind.FINDING),
    /** A stage without its article. */
    NO_ARTICLE("policy.no-article", ProblemKind.FINDING),
    /** A ratio that points and factors raise above one or lower below nought. */
    RATIO_OUT_OF_RANGE("policy.ratio-out-of-range", ProblemKind.FINDING),
    /** A counter that no stage reads. */
    COUNTER_UNUSED("policy.counter-unused", ProblemKind.FINDING),
    /** A pack without worked examples. */
    NO_EXAMPLES("policy.no-examples", ProblemKind.FINDING),
    /** A stage that no worked example reaches. */
    STAGE_WITHOUT_EXAMPLE("policy.stage-without-example", ProblemKind.FINDING);

    private final String code;
    private final ProblemKind kind;

    PolicyProblem(String code, ProblemKind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** This problem at a place in a pack's text. */
    public Problem at(String path, int line) {
        return Problem.of(this).with("path", path).with("line", line);
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
