package org.minsheng.bureau.city;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;

/** Writes claims and their lines in the order in which the treatments ended, some bad ones between them. */
final class ClaimFiles implements Closeable {
    private static final int DIGITS_OF_A_NUMBER = 7;

    private final CityPlan plan;
    private final Population population;
    private final ResidentNumbers numbers;
    private final Treatments treatments;
    private final CsvFile claimFile;
    private final CsvFile lineFile;
    private final List<ClaimFlaw> flaws = ClaimFlaw.all();
    private final Dice badDice;
    private String[] lastGood;
    private int planted;
    private int number;

    ClaimFiles(CityPlan plan, Path folder, Population population, ResidentNumbers numbers, Treatments treatments) {
        this.plan = plan;
        this.population = population;
        this.numbers = numbers;
        this.treatments = treatments;
        this.badDice = Dice.of(plan.seed(), Dice.Purpose.BAD_ROW, 7);
        this.claimFile = new CsvFile(folder, "claims.csv", Bill.CLAIM_HEADER);
        this.lineFile = new CsvFile(folder, "claim-lines.csv", Bill.LINE_HEADER);
    }

    /** Writes the claim of a visit, and now and then a bad one after it. */
    void write(Visits visits, int index) {
        int day = visits.day(index);
        Person person = population.person(visits.person(index));
        Dice dice = Dice.of(plan.seed(), Dice.Purpose.CLAIM, visits.identity(index));
        Bill bill = treatments.bill(person, numbers.of(person.index()), visits.kind(index), day, nextNumber(), dice);
        claimFile.good(bill.claim());
        bill.lines().forEach(lineFile::good);
        lastGood = bill.claim();
        if (badDice.hits(BadRows.PER_MILLION)) {
            plant(person, day);
        }
    }

    /** Plants what has had no turn yet, for the person of the last visit. */
    List<CsvFile> finish(Visits visits) {
        Person person = population.person(visits.person(visits.size() - 1));
        while (planted < flaws.size()) {
            plant(person, visits.day(visits.size() - 1));
        }
        return List.of(claimFile, lineFile);
    }

    private void plant(Person person, int day) {
        Dice dice = Dice.of(plan.seed(), Dice.Purpose.BAD_CLAIM, planted);
        Visit visit = dice.percent(10) ? Visit.STAY : Visit.OUTPATIENT;
        Bill bill = treatments.bill(person, numbers.of(person.index()), visit, day, nextNumber(), dice);
        flaws.get(planted % flaws.size())
                .spoiler()
                .spoil(lastGood, bill, planted, dice)
                .write(claimFile, lineFile);
        planted++;
    }

    private String nextNumber() {
        String digits = Integer.toString(++number);
        return "C" + plan.year() + "-" + "0".repeat(Math.max(0, DIGITS_OF_A_NUMBER - digits.length())) + digits;
    }

    @Override
    public void close() {
        claimFile.close();
        lineFile.close();
    }
}
