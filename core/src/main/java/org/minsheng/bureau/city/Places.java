package org.minsheng.bureau.city;

import java.util.List;
import java.util.stream.IntStream;

/** Where people live and where they were born. */
final class Places {
    /**
     * A district of the city.
     *
     * @param index its place among the districts, from 0
     * @param code six digits, GB/T 2260
     * @param weight people in ten thousand
     * @param name Chinese name
     * @param streets some of its streets
     */
    record District(int index, String code, int weight, String name, List<String> streets) {}

    private record Birthplace(String code, int weight, int from, int until) {}

    private static final int TRIES = 8;

    private final List<District> districts;
    private final Weighted<District> byPeople;
    private final Weighted<Birthplace> birthplaces;

    Places() {
        List<String[]> entries = WordList.read("districts.tsv");
        districts = IntStream.range(0, entries.size())
                .mapToObj(index -> district(index, entries.get(index)))
                .toList();
        byPeople = Weighted.of(districts, District::weight);
        birthplaces = Weighted.of(
                WordList.read("birthplaces.tsv").stream()
                        .map(entry -> new Birthplace(
                                entry[0],
                                Integer.parseInt(entry[1]),
                                Integer.parseInt(entry[2]),
                                Integer.parseInt(entry[3])))
                        .toList(),
                Birthplace::weight);
    }

    private static District district(int index, String[] entry) {
        return new District(index, entry[0], Integer.parseInt(entry[1]), entry[2], List.of(entry[3].split(" ")));
    }

    List<District> districts() {
        return districts;
    }

    District district(Dice dice) {
        return byPeople.pick(dice);
    }

    /** The division inside an identity number: where the first card was issued, by a code that was in force then. */
    String birthplace(int birthYear, Dice dice) {
        int issued = birthYear < 1984 ? 1984 + dice.below(10) : birthYear;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Birthplace place = birthplaces.pick(dice);
            if (issued >= place.from() && issued <= place.until()) {
                return place.code();
            }
        }
        return districts.get(0).code();
    }

    /** An address in a district; one in twelve has a comma. */
    String address(District district, Dice dice) {
        String street = dice.pick(district.streets()) + (1 + dice.below(380)) + "号";
        String room = (1 + dice.below(24)) + "号楼" + (1 + dice.below(5)) + "单元" + (1 + dice.below(28)) + "0"
                + (1 + dice.below(4)) + "户";
        return "青岛市" + district.name() + street + (dice.below(12) == 0 ? ", " : "") + room;
    }
}
