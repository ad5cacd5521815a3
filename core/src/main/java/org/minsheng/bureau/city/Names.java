package org.minsheng.bureau.city;

import java.util.ArrayList;
import java.util.List;
import org.minsheng.base.Sex;

/** Names of people: surnames as frequent as in Shandong, given names as their generation bears them. */
final class Names {
    private static final int SINGLE_CHARACTER_PER_CENT = 12;

    private final Weighted<String[]> surnames = WordList.weighted("surnames.tsv");
    private final List<Generation> generations = new ArrayList<>();

    /** Given names of one sex and the years in which they were given. */
    private record Generation(Sex sex, int from, int to, List<String> names) {}

    Names() {
        for (String[] entry : WordList.read("given-names.tsv")) {
            Sex sex = entry[0].equals("male") ? Sex.MALE : Sex.FEMALE;
            int from = Integer.parseInt(entry[1]);
            Generation last = generations.isEmpty() ? null : generations.get(generations.size() - 1);
            if (last == null || last.sex() != sex || last.from() != from) {
                last = new Generation(sex, from, Integer.parseInt(entry[2]), new ArrayList<>());
                generations.add(last);
            }
            last.names().add(entry[3]);
        }
    }

    String name(Sex sex, int birthYear, Dice dice) {
        String surname = surnames.pick(dice)[0];
        List<String> names = given(sex, birthYear);
        String given = dice.pick(names);
        if (dice.percent(SINGLE_CHARACTER_PER_CENT)) {
            return surname + given.charAt(0);
        }
        if (given.length() == 2 && dice.percent(30)) {
            // two halves of two names make a third one
            String other = dice.pick(names);
            return surname + given.charAt(0) + other.charAt(other.length() - 1);
        }
        return surname + given;
    }

    private List<String> given(Sex sex, int birthYear) {
        for (Generation generation : generations) {
            if (generation.sex() == sex && birthYear >= generation.from() && birthYear <= generation.to()) {
                return generation.names();
            }
        }
        return generations.get(0).names();
    }
}
