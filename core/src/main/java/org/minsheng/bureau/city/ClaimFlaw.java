package org.minsheng.bureau.city;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One way in which a claim with its lines can be bad. A claim and its lines stand or fall together, so that each flaw
 * says which rule finds the claim and which its lines.
 *
 * @param spoiler spoils a claim of its own
 */
record ClaimFlaw(Spoiler spoiler) {
    private static final String LINE_OF_REJECTED_CLAIM = "line.claim-rejected";
    private static final String CLAIM_OF_REJECTED_LINE = "claim.line-rejected";
    private static final String UNKNOWN_INSTITUTION = "H37029999999";

    /** Spoils a claim of its own. */
    interface Spoiler {
        /**
         * Spoils one claim.
         *
         * @param lastGood the good claim just written
         * @param bill a claim with no other flaw, which may be changed
         */
        Spoiled spoil(String[] lastGood, Bill bill, int serial, Dice dice);
    }

    /** What is to be written. */
    static final class Spoiled {
        /** The rule that finds the claim; null when there is no claim. */
        private final String claimRule;

        private final String[] claim;
        private final List<String[]> lines;
        private final List<String> lineRules;

        private Spoiled(String claimRule, String[] claim, List<String[]> lines, List<String> lineRules) {
            this.claimRule = claimRule;
            this.claim = claim;
            this.lines = lines;
            this.lineRules = lineRules;
        }

        void write(CsvFile claimFile, CsvFile lineFile) {
            if (claimRule != null) {
                claimFile.bad(claimRule, claim);
            }
            for (int i = 0; i < lines.size(); i++) {
                lineFile.bad(lineRules.get(i), lines.get(i));
            }
        }
    }

    static List<ClaimFlaw> all() {
        List<ClaimFlaw> flaws = new ArrayList<>();
        // a claim that cannot be read names no lines: it has none
        Flaw.structural(Bill.DIAGNOSIS).forEach(flaw -> flaws.add(ofClaim(flaw, false)));
        Flaw.identity(Bill.RESIDENT_ID).forEach(flaw -> flaws.add(ofClaim(flaw, true)));
        flaws.add(ofClaim(Flaw.missing(Bill.ENDED_ON), true));
        flaws.add(ofClaim(Flaw.tooLong(Bill.DIAGNOSIS), true));
        flaws.add(ofClaim(Flaw.notADate(Bill.STARTED_ON), true));
        flaws.add(ofClaim(Flaw.notANumber(Bill.CLAIM_AMOUNT), true));
        flaws.add(ofClaim(Flaw.notAllowed(Bill.REFERRAL, "abroad"), true));
        flaws.add(ofClaim(Flaw.outOfRange(Bill.CLAIM_AMOUNT, "-12.00"), true));
        flaws.add(ofClaim(
                new Flaw("period.reversed", (good, extra, dice) -> {
                    extra[Bill.STARTED_ON] =
                            LocalDate.parse(extra[Bill.ENDED_ON]).plusDays(3).toString();
                    return extra;
                }),
                true));
        flaws.add(ofClaim(
                new Flaw("person.unknown", (good, extra, dice) -> {
                    extra[Bill.RESIDENT_ID] = ResidentNumbers.stranger(dice.below(100_000));
                    return extra;
                }),
                true));
        flaws.add(ofClaim(
                Flaw.of("claim.amount-mismatch", Bill.CLAIM_AMOUNT, amount -> new BigDecimal(amount)
                        .add(BigDecimal.ONE)
                        .toPlainString()),
                true));
        flaws.add(ofClaim(Flaw.of("claim.no-lines", Bill.CLAIM_AMOUNT, amount -> amount), false));
        flaws.add(ofClaim(Flaw.doubleKey(), false));
        flaws.add(new ClaimFlaw(ClaimFlaw::unknownInstitution));
        flaws.addAll(ofLines());
        return flaws;
    }

    private static List<ClaimFlaw> ofLines() {
        List<ClaimFlaw> flaws = new ArrayList<>();
        // a line that cannot be read names no claim: it stands alone
        Flaw.structural(Bill.ITEM_CODE).forEach(flaw -> flaws.add(orphan(flaw)));
        flaws.add(orphan(Flaw.of("line.no-claim", Bill.ITEM_CODE, item -> item)));
        flaws.add(ofLine(Flaw.missing(Bill.ITEM_CODE)));
        flaws.add(ofLine(Flaw.tooLong(Bill.ITEM_CODE)));
        flaws.add(ofLine(Flaw.notADate(Bill.SERVICE_DATE)));
        flaws.add(ofLine(Flaw.notANumber(Bill.QUANTITY)));
        flaws.add(ofLine(Flaw.outOfRange(Bill.LINE_NO, "0")));
        flaws.add(ofLine(Flaw.of("line.amount-mismatch", Bill.LINE_AMOUNT, amount -> new BigDecimal(amount)
                .add(new BigDecimal("0.05"))
                .toPlainString())));
        flaws.add(ofLine(Flaw.of("line.outside-treatment", Bill.SERVICE_DATE, date -> LocalDate.parse(date)
                .plusDays(130)
                .toString())));
        flaws.add(new ClaimFlaw(ClaimFlaw::doubledLine));
        return flaws;
    }

    /** A claim that is bad itself; its lines are good, or it has none. */
    private static ClaimFlaw ofClaim(Flaw flaw, boolean withLines) {
        return new ClaimFlaw((lastGood, bill, serial, dice) -> {
            String[] claim = flaw.spoiler().spoil(lastGood, bill.claim(), dice);
            List<String[]> lines = withLines ? bill.lines() : List.of();
            return new Spoiled(flaw.rule(), claim, lines, rules(lines.size(), LINE_OF_REJECTED_CLAIM));
        });
    }

    private static Spoiled unknownInstitution(String[] lastGood, Bill bill, int serial, Dice dice) {
        bill.claim()[Bill.INSTITUTION] = UNKNOWN_INSTITUTION;
        bill.lines().forEach(line -> line[Bill.INSTITUTION] = UNKNOWN_INSTITUTION);
        return new Spoiled(
                "institution.unknown",
                bill.claim(),
                bill.lines(),
                rules(bill.lines().size(), LINE_OF_REJECTED_CLAIM));
    }

    /** A claim of which one line is bad. */
    private static ClaimFlaw ofLine(Flaw flaw) {
        return new ClaimFlaw((lastGood, bill, serial, dice) -> {
            List<String[]> lines = bill.lines();
            List<String> rules = rules(lines.size(), LINE_OF_REJECTED_CLAIM);
            int place = dice.below(lines.size());
            String before = lines.get(place)[Bill.LINE_AMOUNT];
            String[] line = flaw.spoiler().spoil(lines.get(place), lines.get(place), dice);
            rules.set(place, flaw.rule());
            if (!line[Bill.LINE_AMOUNT].equals(before)) {
                // the claim agrees with what the line says, so that only the line is wrong
                bill.claim()[Bill.CLAIM_AMOUNT] = new BigDecimal(bill.claim()[Bill.CLAIM_AMOUNT])
                        .add(new BigDecimal(line[Bill.LINE_AMOUNT]))
                        .subtract(new BigDecimal(before))
                        .toPlainString();
            }
            return new Spoiled(CLAIM_OF_REJECTED_LINE, bill.claim(), lines, rules);
        });
    }

    private static Spoiled doubledLine(String[] lastGood, Bill bill, int serial, Dice dice) {
        List<String[]> lines = bill.lines();
        int place = dice.below(lines.size());
        List<String> rules = rules(lines.size(), LINE_OF_REJECTED_CLAIM);
        lines.add(place + 1, lines.get(place).clone());
        rules.add(place + 1, "load.double-key");
        return new Spoiled(CLAIM_OF_REJECTED_LINE, bill.claim(), lines, rules);
    }

    /** One line of no claim. */
    private static ClaimFlaw orphan(Flaw flaw) {
        return new ClaimFlaw((lastGood, bill, serial, dice) -> {
            String[] line = bill.lines().get(0);
            line[Bill.CLAIM_NO] = "X" + (1_000_000 + serial);
            String[] spoiled = flaw.spoiler().spoil(line, line, dice);
            return new Spoiled(null, null, List.<String[]>of(spoiled), List.of(flaw.rule()));
        });
    }

    private static List<String> rules(int number, String rule) {
        List<String> rules = new ArrayList<>(number + 1);
        for (int i = 0; i < number; i++) {
            rules.add(rule);
        }
        return rules;
    }
}
