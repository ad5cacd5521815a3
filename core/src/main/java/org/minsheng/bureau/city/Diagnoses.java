package org.minsheng.bureau.city;

import java.util.List;
import java.util.Locale;
import org.minsheng.base.Sex;

/** What people are treated for, by age, sex and season. */
final class Diagnoses {
    /** Which weight of a diagnosis counts. */
    enum Setting {
        OUTPATIENT(0),
        INPATIENT(1),
        CHRONIC(2);

        private final int column;

        Setting(int column) {
            this.column = column;
        }
    }

    /**
     * One diagnosis.
     *
     * @param code ICD-10 as the national insurance writes it
     * @param weights by {@link Setting}
     * @param ageFrom youngest patients
     * @param ageTo oldest patients
     * @param sex the only sex that has it, or null
     * @param season when it is frequent
     * @param drugGroups first letters of the drugs that treat it, the most usual first
     */
    record Diagnosis(
            String code,
            List<Integer> weights,
            int ageFrom,
            int ageTo,
            Sex sex,
            Year.Season season,
            List<String> drugGroups) {
        private int weight(Setting setting, int age, Sex patient, int month) {
            boolean possible = age >= ageFrom && age <= ageTo && (sex == null || sex == patient);
            return possible ? weights.get(setting.column) * season.in(month) : 0;
        }
    }

    private static final String CHILDBIRTH = "O80.900";
    private static final int MONTH_WITHOUT_SEASON = 4;

    private final List<Diagnosis> all =
            WordList.read("diagnoses.tsv").stream().map(Diagnoses::diagnosis).toList();
    private final Diagnosis childbirth =
            new Diagnosis(CHILDBIRTH, List.of(0, 0, 0), 18, 45, Sex.FEMALE, Year.Season.NONE, List.of("G", "B"));

    private static Diagnosis diagnosis(String[] entry) {
        List<Integer> weights =
                List.of(Integer.valueOf(entry[1]), Integer.valueOf(entry[2]), Integer.valueOf(entry[3]));
        Sex sex = entry[6].equals("any") ? null : Sex.valueOf(entry[6].toUpperCase(Locale.ROOT));
        return new Diagnosis(
                entry[0],
                weights,
                Integer.parseInt(entry[4]),
                Integer.parseInt(entry[5]),
                sex,
                Year.Season.valueOf(entry[7].toUpperCase(Locale.ROOT)),
                List.of(entry[8].split(" ")));
    }

    Diagnosis get(int index) {
        return all.get(index);
    }

    Diagnosis childbirth() {
        return childbirth;
    }

    /** The index of a chronic illness; −1 when nobody of this age and sex has one. */
    int chronic(int age, Sex sex, Dice dice) {
        return index(Setting.CHRONIC, age, sex, MONTH_WITHOUT_SEASON, dice);
    }

    /** What somebody with many short stays has: the one code when it is the chronic illness, else the other. */
    Diagnosis therapy(int chronic, String whenChronic, String otherwise) {
        if (chronic >= 0 && all.get(chronic).code().equals(whenChronic)) {
            return all.get(chronic);
        }
        return all.stream()
                .filter(diagnosis -> diagnosis.code().equals(otherwise))
                .findFirst()
                .orElseThrow();
    }

    Diagnosis acute(Setting setting, int age, Sex sex, int month, Dice dice) {
        int index = index(setting, age, sex, month, dice);
        return all.get(Math.max(0, index));
    }

    private int index(Setting setting, int age, Sex sex, int month, Dice dice) {
        int sum = 0;
        for (Diagnosis diagnosis : all) {
            sum += diagnosis.weight(setting, age, sex, month);
        }
        if (sum == 0) {
            return -1;
        }
        int rest = dice.below(sum);
        for (int i = 0; i < all.size(); i++) {
            rest -= all.get(i).weight(setting, age, sex, month);
            if (rest < 0) {
                return i;
            }
        }
        throw new IllegalStateException("the weights do not add up to " + sum);
    }
}
