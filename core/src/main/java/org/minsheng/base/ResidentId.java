package org.minsheng.base;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A resident's identity number (公民身份号码, GB 11643-1999), which is also the social security number (社会保障号码), or
 * the number of a foreigner's permanent residence card (外国人永久居留身份证), which has the same check and a 9 before its
 * province. Eighteen characters: 6 division · 8 birth date · 3 sequence (odd = male) · 1 check (ISO 7064 MOD 11-2).
 *
 * <p>An instance is always valid and in normal form. {@link #problemOf} decides without an exception and without
 * allocating, for files of millions.
 */
public final class ResidentId {
    /** Characters of the number since 1999. */
    public static final int LENGTH = 18;

    /** Digits of the old form, without century and check. */
    public static final int OLD_LENGTH = 15;

    /** Buckets that work is cut into: values of one byte. */
    public static final int BUCKETS = 256;

    private static final int DIVISION_LENGTH = 6;
    private static final int BIRTH_DATE_END = 14;
    private static final int CHECKED_LENGTH = 17;
    private static final int BIRTH_YEAR_MIN = 1850;
    private static final int BIRTH_YEAR_MAX = 2099;
    private static final String ZEROED_BY_SPREADSHEET = "000";
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final String number;
    private final boolean upgraded;

    private ResidentId(String number, boolean upgraded) {
        this.number = number;
        this.upgraded = upgraded;
    }

    /**
     * The identity number that a text writes.
     *
     * @param text as written: spaces around it, full-width characters, a lower-case x and the old form are understood
     * @throws ProblemException with an {@link IdentifierProblem} when it is none
     */
    public static ResidentId of(String text) {
        String normal = normalise(text);
        Optional<IdentifierProblem> trouble = problemOf(normal);
        if (trouble.isPresent()) {
            throw describe(normal, trouble.get()).asException();
        }
        return ofValid(normal);
    }

    /**
     * The identity number of a text that {@link #normalise} gave and {@link #problemOf} found nothing wrong with; not
     * checked once more.
     */
    public static ResidentId ofValid(String normal) {
        return normal.length() == OLD_LENGTH ? new ResidentId(upgrade(normal), true) : new ResidentId(normal, false);
    }

    /** Without spaces around it, half-width, with an upper-case X; the same object when it already is. */
    public static String normalise(String text) {
        return IdentifierText.normalise(text);
    }

    /** What is wrong with a text in normal form, the first trouble found; empty when it is an identity number. */
    public static Optional<IdentifierProblem> problemOf(CharSequence normal) {
        int length = normal.length();
        if (length == LENGTH) {
            return problemOfEighteen(normal);
        }
        if (isSpreadsheetNumber(normal)) {
            return Optional.of(IdentifierProblem.ID_SPREADSHEET);
        }
        if (length != OLD_LENGTH) {
            return Optional.of(IdentifierProblem.ID_LENGTH);
        }
        if (IdentifierText.firstNonDigit(normal, 0, OLD_LENGTH) > 0) {
            return Optional.of(IdentifierProblem.ID_CHARACTERS);
        }
        if (!DivisionCode.isProvince(IdentifierText.number(normal, 0, 2))) {
            return Optional.of(IdentifierProblem.ID_DIVISION);
        }
        int year = 1900 + IdentifierText.number(normal, 6, 8);
        return dateExists(year, IdentifierText.number(normal, 8, 10), IdentifierText.number(normal, 10, 12))
                ? Optional.empty()
                : Optional.of(IdentifierProblem.ID_BIRTH_DATE);
    }

    private static Optional<IdentifierProblem> problemOfEighteen(CharSequence normal) {
        char check = normal.charAt(CHECKED_LENGTH);
        if (IdentifierText.firstNonDigit(normal, 0, CHECKED_LENGTH) > 0
                || (check != 'X' && !IdentifierText.isDigit(check))) {
            return Optional.of(
                    isSpreadsheetNumber(normal) ? IdentifierProblem.ID_SPREADSHEET : IdentifierProblem.ID_CHARACTERS);
        }
        int province = IdentifierText.number(normal, isForeigners(normal) ? 1 : 0, isForeigners(normal) ? 3 : 2);
        if (!DivisionCode.isProvince(province)) {
            return Optional.of(IdentifierProblem.ID_DIVISION);
        }
        int year = IdentifierText.number(normal, 6, 10);
        if (!dateExists(year, IdentifierText.number(normal, 10, 12), IdentifierText.number(normal, 12, 14))) {
            return Optional.of(IdentifierProblem.ID_BIRTH_DATE);
        }
        if (check == checkCharacter(normal)) {
            return Optional.empty();
        }
        return Optional.of(endsInZeroes(normal) ? IdentifierProblem.ID_SPREADSHEET : IdentifierProblem.ID_CHECKSUM);
    }

    /** The problem with its facts, as a person needs them; {@code normal} is a text that has this problem. */
    public static Problem describe(String normal, IdentifierProblem trouble) {
        Problem problem = Problem.of(trouble).with("value", Masked.of(normal));
        return switch (trouble) {
            case ID_LENGTH -> problem.with("length", normal.length());
            case ID_CHARACTERS -> {
                int digits = Math.min(normal.length(), CHECKED_LENGTH);
                int position = IdentifierText.firstNonDigit(normal, 0, digits);
                yield problem.with("position", position == 0 ? digits + 1 : position);
            }
            case ID_BIRTH_DATE -> problem.with("date", writtenDate(normal));
            case ID_DIVISION -> problem.with("division", normal.substring(0, DIVISION_LENGTH));
            case ID_CHECKSUM,
                    ID_SPREADSHEET,
                    CREDIT_CODE_LENGTH,
                    CREDIT_CODE_CHARACTERS,
                    CREDIT_CODE_ORGANISATION_CHECKSUM,
                    CREDIT_CODE_CHECKSUM -> problem;
        };
    }

    private static String writtenDate(String normal) {
        String digits = normal.length() == OLD_LENGTH
                ? "19" + normal.substring(DIVISION_LENGTH, 12)
                : normal.substring(DIVISION_LENGTH, BIRTH_DATE_END);
        return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
    }

    /**
     * The check character of the first seventeen digits (ISO 7064 MOD 11-2).
     *
     * @param digits at least seventeen characters, the first seventeen of them digits
     */
    public static char checkCharacter(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < CHECKED_LENGTH; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    /** The bucket of a number in normal form: the first byte of its SHA-256, 0 to 255. */
    public static int bucketOf(String number) {
        return Digest.firstByte(number);
    }

    private static String upgrade(String old) {
        String digits = old.substring(0, DIVISION_LENGTH) + "19" + old.substring(DIVISION_LENGTH);
        return digits + checkCharacter(digits);
    }

    private static boolean isForeigners(CharSequence eighteen) {
        return eighteen.charAt(0) == '9';
    }

    private static boolean endsInZeroes(CharSequence eighteen) {
        return ZEROED_BY_SPREADSHEET.contentEquals(eighteen.subSequence(BIRTH_DATE_END + 1, LENGTH));
    }

    /** {@code 3.70202E+17}, {@code 370202199001011000.00} or a column too narrow to show a number. */
    static boolean isSpreadsheetNumber(CharSequence normal) {
        boolean point = false;
        boolean exponent = false;
        boolean hashesOnly = normal.length() > 0;
        for (int i = 0; i < normal.length(); i++) {
            char character = normal.charAt(i);
            point |= character == '.';
            exponent |= character == 'E';
            hashesOnly &= character == '#';
            if (!IdentifierText.isDigit(character) && "E+.,#".indexOf(character) < 0) {
                return false;
            }
        }
        return point || exponent || hashesOnly;
    }

    private static boolean dateExists(int year, int month, int day) {
        if (year < BIRTH_YEAR_MIN || year > BIRTH_YEAR_MAX || month < 1 || month > 12 || day < 1) {
            return false;
        }
        return day <= daysOf(year, month);
    }

    private static int daysOf(int year, int month) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** The whole number: for the database and for an audited {@code --reveal} only. */
    public String number() {
        return number;
    }

    /** The number as people may see it. */
    public Masked masked() {
        return Masked.of(number);
    }

    /** Whether the number was written in the old form of fifteen digits. */
    public boolean upgraded() {
        return upgraded;
    }

    /** Whether it is the number of a foreigner's permanent residence card. */
    public boolean foreigner() {
        return isForeigners(number);
    }

    /** The division that issued the first card, often retired; a foreigner's number has none. */
    public Optional<DivisionCode> division() {
        return foreigner() ? Optional.empty() : Optional.of(DivisionCode.of(number.substring(0, DIVISION_LENGTH)));
    }

    /** The date of birth. */
    public LocalDate birthDate() {
        return LocalDate.of(
                IdentifierText.number(number, 6, 10),
                IdentifierText.number(number, 10, 12),
                IdentifierText.number(number, 12, 14));
    }

    /** The sex: an odd sequence number is a man's. */
    public Sex sex() {
        return sequence() % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** The number among those born on one day in one division (顺序码), 0 to 999. */
    public int sequence() {
        return IdentifierText.number(number, BIRTH_DATE_END, CHECKED_LENGTH);
    }

    /** The bucket of this number, 0 to 255; a person keeps that of the first registration. */
    public int bucket() {
        return bucketOf(number);
    }

    /** Masked, as every output. */
    @Override
    public String toString() {
        return masked().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResidentId that && that.number.equals(number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }
}
