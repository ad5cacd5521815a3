package org.minsheng.bureau.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The hospitals, community hospitals, clinics, pharmacies and care homes of the city, and some hospitals elsewhere. */
final class Institutions {
    /** Where people go for what. */
    enum Sort {
        TIER_3("hospital", 3, 45, "医院", 1_000, 1_110),
        TIER_2("hospital", 2, 70, "人民医院", 960, 1_060),
        TIER_1("hospital", 1, 80, "卫生院", 920, 1_020),
        COMMUNITY("community", 1, 220, "社区卫生服务中心", 900, 1_000),
        CLINIC("clinic", 1, 185, "诊所", 930, 1_060),
        PHARMACY("pharmacy", 1, 370, "大药房", 900, 1_150),
        CARE_HOME("care_home", 1, 20, "护理院", 950, 1_050);

        private final String kind;
        private final int tier;
        private final int perMille;
        private final String word;
        private final int priceLeast;
        private final int priceMost;

        Sort(String kind, int tier, int perMille, String word, int priceLeast, int priceMost) {
            this.kind = kind;
            this.tier = tier;
            this.perMille = perMille;
            this.word = word;
            this.priceLeast = priceLeast;
            this.priceMost = priceMost;
        }
    }

    private static final int AWAY_PER_MILLE = 10;
    private static final int FIRST_DESIGNATION = (int) LocalDate.of(2001, 3, 1).toEpochDay();
    private static final List<String> LUCKY =
            List.of("康", "仁", "和", "济", "安", "民", "福", "华", "瑞", "德", "同", "益", "春", "泰", "颐", "健");

    private final List<Institution> all = new ArrayList<>();
    private final List<Institution> away = new ArrayList<>();
    /** By sort and then by district; the last list of a sort has those of all districts. */
    private final Map<Sort, List<List<Institution>>> lists = new EnumMap<>(Sort.class);

    private final Year year;

    Institutions(CityPlan plan, Year year, Places places) {
        this.year = year;
        Dice dice = Dice.of(plan.seed(), Dice.Purpose.INSTITUTION, 0);
        int wanted = Sizes.institutions(plan.people());
        for (Sort sort : Sort.values()) {
            List<List<Institution>> byDistrict = new ArrayList<>();
            for (int i = 0; i <= places.districts().size(); i++) {
                byDistrict.add(new ArrayList<>());
            }
            lists.put(sort, byDistrict);
            int number = Math.max(2, wanted * sort.perMille / 1000);
            for (int i = 0; i < number; i++) {
                Places.District drawn = places.district(dice);
                // the known hospitals stand in the old town
                boolean known = sort == Sort.TIER_3 && i < 4;
                add(sort, i, known ? places.districts().get(i) : drawn, dice);
            }
        }
        Weighted<String[]> elsewhere = WordList.weighted("elsewhere.tsv");
        int number = Math.max(4, wanted * AWAY_PER_MILLE / 1000);
        for (int i = 0; i < number; i++) {
            addAway(elsewhere.pick(dice), i, dice);
        }
    }

    private void add(Sort sort, int ordinal, Places.District district, Dice dice) {
        String name = sort == Sort.TIER_3 && ordinal < 4
                ? List.of("青岛市某三甲综合医院", "青岛市某附属医院", "青岛市某中医医院", "青岛市某妇女儿童医院").get(ordinal)
                : "青岛" + district.name() + dice.pick(LUCKY) + dice.pick(LUCKY) + sort.word;
        int from = FIRST_DESIGNATION + dice.below(365 * 8);
        // some lost their designation long before the year
        boolean ended = ordinal > 3 && dice.below(100) < 2;
        int to = ended ? year.firstDay() - 1 - dice.below(500) : Spell.OPEN;
        Institution institution = institution(
                sort.kind,
                name,
                district.code(),
                sort.tier,
                from,
                to,
                dice.between(sort.priceLeast, sort.priceMost),
                false);
        if (!ended) {
            List<List<Institution>> byDistrict = lists.get(sort);
            byDistrict.get(district.index()).add(institution);
            byDistrict.get(byDistrict.size() - 1).add(institution);
        }
    }

    private void addAway(String[] entry, int ordinal, Dice dice) {
        int from = FIRST_DESIGNATION + dice.below(365 * 8);
        away.add(institution(
                "hospital", entry[2] + (ordinal + 1), entry[0], 3, from, Spell.OPEN, dice.between(1_050, 1_250), true));
    }

    private Institution institution(
            String kind, String name, String division, int tier, int from, int to, int price, boolean isAway) {
        int serial = all.size() + 1;
        String letter = kind.equals("pharmacy") ? "P" : "H";
        boolean company = kind.equals("pharmacy") || kind.equals("clinic");
        String creditCode = CreditCodes.code(company ? "91" : "12", division, "4Y", serial);
        Institution institution = new Institution(
                letter + division + String.valueOf(100_000 + serial).substring(1),
                name,
                creditCode,
                division,
                tier,
                kind,
                from,
                to,
                price,
                isAway);
        all.add(institution);
        return institution;
    }

    List<Institution> all() {
        return all;
    }

    /** One of a sort, near the district most of the time; the first of each list have the most patients. */
    Institution near(Sort sort, Places.District district, Dice dice) {
        List<List<Institution>> byDistrict = lists.get(sort);
        List<Institution> here = byDistrict.get(district.index());
        boolean stays = dice.percent(sort == Sort.TIER_3 ? 40 : 82);
        return dice.pickSkewed(here.isEmpty() || !stays ? byDistrict.get(byDistrict.size() - 1) : here);
    }

    /** A hospital outside the city. */
    Institution elsewhere(Dice dice) {
        return dice.pickSkewed(away);
    }

    /** How it stands in institutions.csv. */
    String[] row(Institution institution) {
        return new String[] {
            institution.code(),
            institution.name(),
            institution.creditCode(),
            institution.division(),
            String.valueOf(institution.tier()),
            institution.kind(),
            year.text(institution.from()),
            institution.to() == Spell.OPEN ? "" : year.text(institution.to())
        };
    }
}
