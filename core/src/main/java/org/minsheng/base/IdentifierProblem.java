package org.minsheng.base;

/**
 * What can be wrong with an identifier. Each constant is a reason why one row is refused, never the end of a command;
 * the facts are {@code value} (an identity number as {@link Masked}) and those that the constant names.
 */
public enum IdentifierProblem implements ProblemCode {
    /** Neither 18 nor, in the old form, 15 characters; fact {@code length}. */
    ID_LENGTH("id.length"),
    /** A character that no identity number has at this place; fact {@code position}, from 1. */
    ID_CHARACTERS("id.characters"),
    /** The first two digits name no province; a retired code of a district is no trouble. */
    ID_DIVISION("id.division"),
    /** The date of birth does not exist; fact {@code date}. */
    ID_BIRTH_DATE("id.birth-date"),
    /** The check character does not fit the other seventeen. */
    ID_CHECKSUM("id.checksum"),
    /** A spreadsheet took the number for a quantity and rounded it. */
    ID_SPREADSHEET("id.spreadsheet"),
    /** Not 18 characters; fact {@code length}. */
    CREDIT_CODE_LENGTH("credit-code.length"),
    /** A character outside the standard's alphabet; fact {@code position}, from 1. */
    CREDIT_CODE_CHARACTERS("credit-code.characters"),
    /** The organisation code inside (characters 9 to 17) fails its own check. */
    CREDIT_CODE_ORGANISATION_CHECKSUM("credit-code.organisation-checksum"),
    /** The check character does not fit the other seventeen. */
    CREDIT_CODE_CHECKSUM("credit-code.checksum");

    private final String code;

    IdentifierProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.FINDING;
    }
}
