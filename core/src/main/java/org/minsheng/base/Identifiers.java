package org.minsheng.base;

import java.util.Optional;

/** Recognises an identifier of any kind and says what is wrong with it. */
public final class Identifiers {
    private Identifiers() {}

    /**
     * What a text is, or was meant to be.
     *
     * @param kind the kind, also of a text that fails its checks
     * @param normal the normal form; the upgraded number when it was of the old form; not masked
     * @param upgraded whether it was an identity number of fifteen digits
     * @param problem what is wrong; empty when it is valid
     */
    public record Inspection(IdentifierKind kind, String normal, boolean upgraded, Optional<Problem> problem) {
        /** Whether the text is a valid identifier. */
        public boolean valid() {
            return problem.isEmpty();
        }
    }

    /** What a text is; never fails. */
    public static Inspection inspect(String text) {
        String normal = IdentifierText.normalise(text);
        Optional<IdentifierProblem> idProblem = ResidentId.problemOf(normal);
        if (idProblem.isEmpty()) {
            ResidentId id = ResidentId.ofValid(normal);
            IdentifierKind kind = id.foreigner() ? IdentifierKind.FOREIGNER : IdentifierKind.RESIDENT;
            return new Inspection(kind, id.number(), id.upgraded(), Optional.empty());
        }
        Optional<IdentifierProblem> codeProblem = CreditCode.problemOf(normal);
        if (codeProblem.isEmpty()) {
            return new Inspection(IdentifierKind.CREDIT_CODE, normal, false, Optional.empty());
        }
        IdentifierKind kind = meant(normal, idProblem.get());
        Problem problem = kind == IdentifierKind.CREDIT_CODE
                ? CreditCode.describe(normal, codeProblem.get())
                : ResidentId.describe(normal, idProblem.get());
        return new Inspection(kind, normal, false, Optional.of(problem));
    }

    /** What the writer of a text that is neither probably meant. */
    private static IdentifierKind meant(String normal, IdentifierProblem idProblem) {
        if (idProblem == IdentifierProblem.ID_SPREADSHEET) {
            return IdentifierKind.RESIDENT;
        }
        int digits = 0;
        int letters = 0;
        int others = 0;
        for (int i = 0; i < normal.length(); i++) {
            char character = normal.charAt(i);
            if (IdentifierText.isDigit(character)) {
                digits++;
            } else if (character >= 'A' && character <= 'Z') {
                letters++;
            } else {
                others++;
            }
        }
        if (digits < 8 || normal.length() < 14 || normal.length() > 20) {
            return IdentifierKind.UNKNOWN;
        }
        boolean onlyCheckIsLetter = letters == 0 || (letters == 1 && normal.endsWith("X"));
        if (!onlyCheckIsLetter && others == 0) {
            return IdentifierKind.CREDIT_CODE;
        }
        if (normal.charAt(0) != '9') {
            return IdentifierKind.RESIDENT;
        }
        // 91… is a company far more often than a foreigner; a date of birth that exists decides
        return idProblem == IdentifierProblem.ID_CHECKSUM ? IdentifierKind.FOREIGNER : IdentifierKind.CREDIT_CODE;
    }
}
