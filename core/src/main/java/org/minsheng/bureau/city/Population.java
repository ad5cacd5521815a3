package org.minsheng.bureau.city;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.minsheng.base.Sex;

/** Draws people: age and sex as in the pyramid of 2025, where they live, how they are insured, what they suffer from. */
final class Population {
    /** Among a thousand people, those aged 0 to 4, 5 to 9 … 95 to 99. */
    private static final int[] PYRAMID = {32, 53, 63, 58, 51, 54, 72, 84, 70, 66, 83, 85, 64, 53, 50, 32, 17, 9, 3, 1};

    private static final int AGES_IN_A_STEP = 5;
    private static final int MALE_PER_MILLE = 514;
    private static final int MALE_PER_MILLE_FROM_75 = 445;

    private final CityPlan plan;
    private final Year year;
    private final Places places;
    private final Diagnoses diagnoses;
    private final Spells spells;
    private final Weighted<Integer> pyramid;

    Population(CityPlan plan, Year year, Places places, Diagnoses diagnoses) {
        this.plan = plan;
        this.year = year;
        this.places = places;
        this.diagnoses = diagnoses;
        this.spells = new Spells(year);
        List<Integer> steps = IntStream.range(0, PYRAMID.length).boxed().toList();
        this.pyramid = Weighted.of(steps, step -> PYRAMID[step]);
    }

    /** The person of this index; the same one whenever asked. */
    Person person(int index) {
        Dice dice = Dice.of(plan.seed(), Dice.Purpose.PERSON, index);
        int age = pyramid.pick(dice) * AGES_IN_A_STEP + dice.below(AGES_IN_A_STEP);
        Sex sex = dice.below(1000) < (age < 75 ? MALE_PER_MILLE : MALE_PER_MILLE_FROM_75) ? Sex.MALE : Sex.FEMALE;
        int birthYear = year.number() - age;
        LocalDate newYear = LocalDate.of(birthYear, 1, 1);
        int birthDay = (int) newYear.toEpochDay() + dice.below(newYear.lengthOfYear());
        Places.District district = places.district(dice);
        String birthplace = places.birthplace(birthYear, dice);
        List<Spell> insured = spells.of(age, sex, birthDay, dice);
        int chronic = dice.hits(chronicPerMillion(age)) ? diagnoses.chronic(age, sex, dice) : -1;
        return new Person(index, sex, birthDay, birthYear, age, birthplace, district, insured, chronic);
    }

    private static int chronicPerMillion(int age) {
        if (age < 40) {
            return 9_000;
        }
        return age < 60 ? 70_000 : 230_000;
    }
}
