package org.minsheng.bureau.city;

import org.minsheng.base.CreditCode;

/** Makes valid credit codes, each of them once. */
final class CreditCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int SERIAL_CHARACTERS = 6;
    private static final long SERIALS = 887_503_681L;

    /** Coprime to the number of serials: steps through all of them without an order that the eye sees. */
    private static final long STEP = 387_420_489L;

    private CreditCodes() {}

    /**
     * A code that no other serial of the same kind has.
     *
     * @param kind first two characters: 91 company, 12 public institution
     * @param division six digits
     * @param series two characters that set apart who makes codes here
     */
    static String code(String kind, String division, String series, int serial) {
        StringBuilder code = new StringBuilder(CreditCode.LENGTH)
                .append(kind)
                .append(division)
                .append(series);
        long rest = (serial + 1) * STEP % SERIALS;
        for (int i = 0; i < SERIAL_CHARACTERS; i++) {
            code.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        code.append(CreditCode.organisationCheck(code));
        return code.append(CreditCode.checkCharacter(code)).toString();
    }
}
