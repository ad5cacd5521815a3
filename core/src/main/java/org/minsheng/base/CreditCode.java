package org.minsheng.base;

import java.util.Arrays;
import java.util.Optional;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 1 registering department · 1 category · 6 division · 9
 * organisation code (组织机构代码, GB 11714) · 1 check. Both layers have a check character, both are verified.
 *
 * <p>An instance is always valid and in normal form.
 */
public final class CreditCode {
    /** Characters of the code. */
    public static final int LENGTH = 18;

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int CHECKED_LENGTH = 17;
    private static final int DIVISION_START = 2;
    private static final int ORGANISATION_START = 8;
    private static final int ORGANISATION_CHECK = 16;
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final byte[] VALUES = values();

    private final String code;

    private CreditCode(String code) {
        this.code = code;
    }

    /**
     * The credit code that a text writes.
     *
     * @param text as written: spaces around it, full-width and lower-case characters are understood
     * @throws ProblemException with an {@link IdentifierProblem} when it is none
     */
    public static CreditCode of(String text) {
        String normal = normalise(text);
        Optional<IdentifierProblem> trouble = problemOf(normal);
        if (trouble.isPresent()) {
            throw describe(normal, trouble.get()).asException();
        }
        return new CreditCode(normal);
    }

    /** Without spaces around it, half-width, upper case; the same object when it already is. */
    public static String normalise(String text) {
        return IdentifierText.normalise(text);
    }

    /** What is wrong with a text in normal form, the first trouble found; empty when it is a credit code. */
    public static Optional<IdentifierProblem> problemOf(CharSequence normal) {
        if (normal.length() != LENGTH) {
            return Optional.of(IdentifierProblem.CREDIT_CODE_LENGTH);
        }
        if (firstForeignCharacter(normal) > 0) {
            return Optional.of(IdentifierProblem.CREDIT_CODE_CHARACTERS);
        }
        if (normal.charAt(ORGANISATION_CHECK) != organisationCheck(normal)) {
            return Optional.of(IdentifierProblem.CREDIT_CODE_ORGANISATION_CHECKSUM);
        }
        return normal.charAt(CHECKED_LENGTH) == checkCharacter(normal)
                ? Optional.empty()
                : Optional.of(IdentifierProblem.CREDIT_CODE_CHECKSUM);
    }

    /** The problem with its facts; {@code normal} is a text that has this problem. */
    public static Problem describe(String normal, IdentifierProblem trouble) {
        Problem problem = Problem.of(trouble).with("value", normal);
        return switch (trouble) {
            case CREDIT_CODE_LENGTH -> problem.with("length", normal.length());
            case CREDIT_CODE_CHARACTERS -> problem.with("position", firstForeignCharacter(normal));
            case CREDIT_CODE_ORGANISATION_CHECKSUM,
                    CREDIT_CODE_CHECKSUM,
                    ID_LENGTH,
                    ID_CHARACTERS,
                    ID_DIVISION,
                    ID_BIRTH_DATE,
                    ID_CHECKSUM,
                    ID_SPREADSHEET -> problem;
        };
    }

    /** The position from 1 of the first character that may not stand where it stands; 0 when there is none. */
    private static int firstForeignCharacter(CharSequence normal) {
        for (int i = 0; i < LENGTH; i++) {
            char character = normal.charAt(i);
            boolean divisionDigit = i >= DIVISION_START && i < ORGANISATION_START;
            if (character >= VALUES.length
                    || VALUES[character] < 0
                    || (divisionDigit && !IdentifierText.isDigit(character))) {
                return i + 1;
            }
        }
        return 0;
    }

    /**
     * The check character of the whole code.
     *
     * @param code at least seventeen characters of the standard's alphabet
     */
    public static char checkCharacter(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < CHECKED_LENGTH; i++) {
            sum += VALUES[code.charAt(i)] * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /**
     * The check character of the organisation code (GB 11714) at characters 9 to 16.
     *
     * @param code at least sixteen characters of the standard's alphabet
     */
    public static char organisationCheck(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            char character = code.charAt(ORGANISATION_START + i);
            // here a letter counts by its place in the whole alphabet, unlike in the outer check
            int value = IdentifierText.isDigit(character) ? character - '0' : character - 'A' + 10;
            sum += value * ORGANISATION_WEIGHTS[i];
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    private static byte[] values() {
        byte[] values = new byte['Z' + 1];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }

    /** The code in normal form; it is public knowledge and never masked. */
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CreditCode that && that.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }
}
