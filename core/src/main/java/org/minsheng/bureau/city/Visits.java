package org.minsheng.bureau.city;

import java.util.Arrays;
import org.minsheng.base.Sex;

/**
 * All visits of the year, eight bytes each, to be put in the order of their last day: a day of the year, a person, which
 * of the person's visits it is, and its kind.
 */
final class Visits {
    private static final int KIND_BITS = 4;
    private static final int ORDINAL_BITS = 8;
    private static final int PERSON_BITS = 32;
    private static final int ORDINALS = 1 << ORDINAL_BITS;

    private final CityPlan plan;
    private final Year year;
    private long[] slips = new long[1024];
    private int size;

    Visits(CityPlan plan, Year year) {
        this.plan = plan;
        this.year = year;
    }

    /** Decides which visits a person has. */
    void plan(Person person) {
        Dice dice = Dice.of(plan.seed(), Dice.Purpose.VISITS, person.index());
        int[] ordinal = {0};
        boolean often = dice.percent(20);
        int perCent = (often ? 300 : 50) * (person.spells().isEmpty() ? 30 : 100) / 100;
        for (int i = count(outpatientPerMille(person.age()) * perCent / 100, dice); i > 0; i--) {
            add(person, year.visitDay(dice), ordinal, Visit.OUTPATIENT);
        }
        for (int i = count((person.age() < 6 ? 95 : 48) * perCent / 100, dice); i > 0; i--) {
            add(person, year.visitDay(dice), ordinal, Visit.EMERGENCY);
        }
        for (int i = count((person.age() < 18 ? 20 : 145) * perCent / 100, dice); i > 0; i--) {
            add(person, year.visitDay(dice), ordinal, Visit.PHARMACY);
        }
        if (person.chronic() >= 0) {
            chronic(person, dice, ordinal);
        }
        stays(person, count(stayPerMille(person.age()) * perCent / 100, dice), Visit.STAY, dice, ordinal);
        if (person.age() >= 25 && dice.hits(2_600)) {
            stays(person, 4 + dice.below(11), Visit.THERAPY, dice, ordinal);
        }
        if (dice.hits(200)) {
            add(person, year.dischargeDay(dice), ordinal, Visit.CATASTROPHE);
        }
        if (person.sex() == Sex.FEMALE && person.age() >= 20 && person.age() <= 42 && dice.hits(30_000)) {
            birth(person, dice, ordinal);
        }
    }

    private void chronic(Person person, Dice dice, int[] ordinal) {
        for (int month = 1; month <= 12; month++) {
            if (dice.percent(45)) {
                add(person, year.firstOf(month) + dice.below(28), ordinal, Visit.CHRONIC);
            }
        }
    }

    /** Stays one after the other: each has its own part of the year. */
    private void stays(Person person, int number, Visit kind, Dice dice, int[] ordinal) {
        int days = year.lastDay() - year.firstDay() + 1;
        for (int i = 0; i < number; i++) {
            int day = number == 1
                    ? year.dischargeDay(dice)
                    : year.firstDay() + days * i / number + dice.below(days / number);
            add(person, day, ordinal, kind);
        }
    }

    private void birth(Person person, Dice dice, int[] ordinal) {
        int day = year.dischargeDay(dice);
        add(person, day, ordinal, Visit.BIRTH);
        for (int before = 30; before <= 150; before += 60) {
            if (day - before >= year.firstDay()) {
                add(person, day - before, ordinal, Visit.ANTENATAL);
            }
        }
    }

    private static int outpatientPerMille(int age) {
        if (age < 6) {
            return 680;
        }
        if (age < 40) {
            return 230;
        }
        return age < 60 ? 300 : 420;
    }

    private static int stayPerMille(int age) {
        if (age < 40) {
            return age < 6 ? 60 : 27;
        }
        if (age < 60) {
            return 58;
        }
        return age < 75 ? 145 : 260;
    }

    /** So many whole visits, and one more as often as the rest says. */
    private static int count(int perMille, Dice dice) {
        return perMille / 1000 + (dice.below(1000) < perMille % 1000 ? 1 : 0);
    }

    private void add(Person person, int day, int[] ordinal, Visit kind) {
        if (day <= person.birthDay() || ordinal[0] == ORDINALS) {
            return;
        }
        if (size == slips.length) {
            slips = Arrays.copyOf(slips, size + (size >> 1));
        }
        long slip = (long) day - year.firstDay();
        slip = slip << PERSON_BITS | person.index();
        slip = slip << ORDINAL_BITS | ordinal[0]++;
        slips[size++] = slip << KIND_BITS | kind.number();
    }

    /** Puts them in the order of their last day, then of the person. */
    void sort() {
        Arrays.sort(slips, 0, size);
    }

    int size() {
        return size;
    }

    /** The last day of a visit. */
    int day(int index) {
        return year.firstDay() + (int) (slips[index] >>> (PERSON_BITS + ORDINAL_BITS + KIND_BITS));
    }

    /** Whose visit it is. */
    int person(int index) {
        return (int) (slips[index] >>> (ORDINAL_BITS + KIND_BITS));
    }

    /** A number that no other visit has, for its dice. */
    long identity(int index) {
        return slips[index] >>> KIND_BITS & ((1L << (PERSON_BITS + ORDINAL_BITS)) - 1);
    }

    Visit kind(int index) {
        return Visit.of((int) (slips[index] & ((1 << KIND_BITS) - 1)));
    }
}
