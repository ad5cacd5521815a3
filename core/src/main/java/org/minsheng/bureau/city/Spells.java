package org.minsheng.bureau.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.base.Sex;

/** How people are insured over the years: employees, pensioners and residents, with gaps, and a few not at all. */
final class Spells {
    private static final int SCHEME_BEGAN = (int) LocalDate.of(2001, 1, 1).toEpochDay();
    private static final int RESIDENTS_BEGAN = (int) LocalDate.of(2015, 1, 1).toEpochDay();
    private static final int DAYS_OF_YEAR = 365;

    private final Year year;

    Spells(Year year) {
        this.year = year;
    }

    List<Spell> of(int age, Sex sex, int birthDay, Dice dice) {
        int draw = dice.below(100);
        if (draw < 3) {
            return List.of();
        }
        if (age < 18) {
            return resident(Spell.RESIDENT_CHILD, birthDay, dice);
        }
        if (age < 23) {
            return draw < 70 ? resident(Spell.RESIDENT_CHILD, birthDay, dice) : employee(birthDay, dice);
        }
        int pension = sex == Sex.MALE ? 60 : 55;
        if (age < pension) {
            return draw < 34 ? resident(Spell.RESIDENT_ADULT, birthDay, dice) : employee(birthDay, dice);
        }
        return draw < 48
                ? resident(age < 60 ? Spell.RESIDENT_ADULT : Spell.RESIDENT_OLD, birthDay, dice)
                : pensioner(birthDay + pension * DAYS_OF_YEAR + pension / 4, dice);
    }

    private List<Spell> resident(String type, int birthDay, Dice dice) {
        int earliest = Math.max(RESIDENTS_BEGAN, birthDay);
        int draw = dice.below(100);
        int yearStart = year.firstDay();
        if (earliest >= yearStart || draw < 62) {
            int years = Math.max(0, (yearStart - earliest) / DAYS_OF_YEAR);
            int from = earliest >= yearStart ? birthDay : newYear(year.number() - dice.below(years + 1));
            return List.of(new Spell(Spell.RESIDENTS, type, Math.max(from, earliest), Spell.OPEN));
        }
        // paid year by year
        Spell before = new Spell(Spell.RESIDENTS, type, Math.max(earliest, newYear(year.number() - 1)), yearStart - 1);
        if (draw < 66) {
            return List.of(before);
        }
        int from = draw < 70 ? yearStart + 31 + dice.below(120) : yearStart;
        return List.of(before, new Spell(Spell.RESIDENTS, type, from, year.lastDay()));
    }

    private static int newYear(int number) {
        return (int) LocalDate.of(number, 1, 1).toEpochDay();
    }

    private List<Spell> employee(int birthDay, Dice dice) {
        int earliest = Math.max(SCHEME_BEGAN, birthDay + 18 * DAYS_OF_YEAR + 5);
        int span = Math.max(1, year.firstDay() - earliest);
        int from = earliest + dice.below(span);
        int draw = dice.below(100);
        if (from >= year.firstDay()) {
            return List.of(new Spell(Spell.EMPLOYEES, Spell.ACTIVE, from, Spell.OPEN));
        }
        if (draw < 3) {
            // the first job of all, this year
            int start = year.firstOf(1 + dice.below(12));
            return List.of(
                    new Spell(
                            Spell.RESIDENTS,
                            Spell.RESIDENT_ADULT,
                            Math.max(birthDay, newYear(year.number() - 1)),
                            start - 1),
                    new Spell(Spell.EMPLOYEES, Spell.ACTIVE, start, Spell.OPEN));
        }
        if (draw < 7) {
            return lostThisYear(from, dice);
        }
        if (draw < 22 && span > 3 * DAYS_OF_YEAR) {
            return withGap(from, dice);
        }
        return List.of(new Spell(Spell.EMPLOYEES, Spell.ACTIVE, from, Spell.OPEN));
    }

    private List<Spell> lostThisYear(int from, Dice dice) {
        int last = year.firstOf(2 + dice.below(10)) - 1;
        List<Spell> spells = new ArrayList<>();
        spells.add(new Spell(Spell.EMPLOYEES, Spell.ACTIVE, from, last));
        if (dice.percent(50)) {
            spells.add(new Spell(Spell.RESIDENTS, Spell.RESIDENT_ADULT, last + 1 + dice.below(60), Spell.OPEN));
        }
        return spells;
    }

    private List<Spell> withGap(int from, Dice dice) {
        int start = Math.min(from, year.firstDay() - 2 * DAYS_OF_YEAR);
        int room = year.firstDay() - start;
        int last = start + 90 + dice.below(room / 2);
        // three gaps in ten reach into the year
        int gap = dice.percent(30) ? year.firstDay() - last + 30 + dice.below(200) : 30 + dice.below(room / 3);
        return List.of(
                new Spell(Spell.EMPLOYEES, Spell.ACTIVE, start, last),
                new Spell(Spell.EMPLOYEES, Spell.ACTIVE, last + gap, Spell.OPEN));
    }

    private List<Spell> pensioner(int pensionDay, Dice dice) {
        if (pensionDay <= SCHEME_BEGAN + DAYS_OF_YEAR) {
            return List.of(new Spell(Spell.EMPLOYEES, Spell.RETIRED, SCHEME_BEGAN, Spell.OPEN));
        }
        LocalDate day = LocalDate.ofEpochDay(pensionDay);
        int retired = (int) day.withDayOfMonth(1).plusMonths(1).toEpochDay();
        int from = SCHEME_BEGAN + dice.below(retired - SCHEME_BEGAN - 30);
        return List.of(
                new Spell(Spell.EMPLOYEES, Spell.ACTIVE, from, retired - 1),
                new Spell(Spell.EMPLOYEES, Spell.RETIRED, retired, Spell.OPEN));
    }
}
