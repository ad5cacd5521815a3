package org.minsheng.bureau.city;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.minsheng.base.CreditCode;
import org.minsheng.base.IdentifierProblem;
import org.minsheng.base.ResidentId;

/**
 * One way in which a row can be bad, and the rule that must find it.
 *
 * @param rule the stable code of the reason
 * @param spoiler makes the bad row
 */
record Flaw(String rule, Spoiler spoiler) {
    private static final int TOO_LONG = 320;

    /** Makes a bad row. */
    interface Spoiler {
        /**
         * Spoils one row.
         *
         * @param good the good row just written, not to be changed
         * @param extra a row of its own with no other flaw, to be spoiled and given back
         */
        String[] spoil(String[] good, String[] extra, Dice dice);
    }

    /** Flaws that any file can have; the text column may hold any text. */
    static List<Flaw> structural(int textColumn) {
        return List.of(
                new Flaw("load.ragged-row", (good, extra, dice) -> ragged(extra, dice)),
                of("load.nul-byte", textColumn, text -> text + '\0'),
                new Flaw("load.broken-quote", (good, extra, dice) -> brokenQuote(extra, textColumn, dice)),
                of("load.encoding", textColumn, text -> text + CsvFile.BROKEN_BYTE));
    }

    static Flaw doubleKey() {
        return new Flaw("load.double-key", (good, extra, dice) -> good.clone());
    }

    static Flaw missing(int column) {
        return of("value.missing", column, text -> "");
    }

    static Flaw tooLong(int column) {
        return of("value.too-long", column, text -> "长".repeat(TOO_LONG));
    }

    static Flaw notADate(int column) {
        return new Flaw("value.not-a-date", (good, extra, dice) -> {
            extra[column] = dice.pick(List.of("2025-02-30", "2025-13-01", "31.12.2025", "20250"));
            return extra;
        });
    }

    static Flaw notANumber(int column) {
        return new Flaw("value.not-a-number", (good, extra, dice) -> {
            extra[column] = dice.pick(List.of("12元", "1.2.3", "NaN", "l2.5"));
            return extra;
        });
    }

    static Flaw notAllowed(int column, String value) {
        return of("value.not-allowed", column, text -> value);
    }

    static Flaw outOfRange(int column, String value) {
        return of("value.out-of-range", column, text -> value);
    }

    /** A flaw of one column. */
    static Flaw of(String rule, int column, UnaryOperator<String> change) {
        return new Flaw(rule, (good, extra, dice) -> {
            extra[column] = change.apply(extra[column]);
            return extra;
        });
    }

    /** Every way in which an identity number can be wrong. */
    static List<Flaw> identity(int column) {
        List<Flaw> flaws = new ArrayList<>();
        flaws.add(of("id.length", column, id -> id.substring(0, 10) + id.substring(11)));
        flaws.add(of("id.characters", column, id -> id.substring(0, 9) + "O" + id.substring(10)));
        flaws.add(of("id.division", column, id -> checked("18" + id.substring(2, 17))));
        flaws.add(of("id.birth-date", column, id -> checked(id.substring(0, 10) + "0231" + id.substring(14, 17))));
        flaws.add(of("id.checksum", column, id -> id.substring(0, 17) + (id.endsWith("1") ? "2" : "1")));
        flaws.add(of("id.spreadsheet", column, Flaw::rounded));
        return flaws;
    }

    private static String checked(String seventeen) {
        return seventeen + ResidentId.checkCharacter(seventeen);
    }

    /** As a spreadsheet leaves it: the last three digits lost, or all but six. */
    private static String rounded(String id) {
        String zeroed = id.substring(0, 15) + "000";
        boolean noticed = ResidentId.problemOf(zeroed)
                .filter(problem -> problem == IdentifierProblem.ID_SPREADSHEET)
                .isPresent();
        boolean odd = id.charAt(14) % 2 == 1;
        return noticed && odd ? zeroed : id.charAt(0) + "." + id.substring(1, 6) + "E+17";
    }

    /** Every way in which a credit code can be wrong. */
    static List<Flaw> creditCode(int column) {
        List<Flaw> flaws = new ArrayList<>();
        flaws.add(of("credit-code.length", column, code -> code.substring(0, 17)));
        flaws.add(of("credit-code.characters", column, code -> code.substring(0, 9) + "O" + code.substring(10)));
        flaws.add(of("credit-code.organisation-checksum", column, code -> {
            String sixteen = code.substring(0, 16) + (code.charAt(16) == '0' ? '1' : '0');
            return sixteen + CreditCode.checkCharacter(sixteen);
        }));
        flaws.add(of("credit-code.checksum", column, code -> code.substring(0, 17) + (code.endsWith("7") ? '8' : '7')));
        return flaws;
    }

    private static String[] ragged(String[] extra, Dice dice) {
        int length = dice.percent(50) ? extra.length - 1 : extra.length + 1;
        String[] row = new String[length];
        for (int i = 0; i < length; i++) {
            row[i] = i < extra.length ? extra[i] : "";
        }
        return row;
    }

    private static String[] brokenQuote(String[] extra, int textColumn, Dice dice) {
        if (dice.percent(50)) {
            // opened in the last field and never closed: the line end is inside the quotes
            extra[extra.length - 1] = CsvFile.BARE_QUOTE + extra[extra.length - 1];
        } else {
            String text = extra[textColumn];
            extra[textColumn] = text.substring(0, 1) + CsvFile.BARE_QUOTE + text.substring(1);
        }
        return extra;
    }
}
