package org.minsheng.bureau.city;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The companies of the city; few are large, most are small (a Zipf law of their staff). */
final class Companies {
    private static final List<String> SYLLABLES = List.of(
            "海", "鑫", "胶", "瑞", "宏", "盛", "泰", "达", "丰", "远", "华", "东", "诚", "博", "润", "金", "源", "凯", "汇", "通", "蓝",
            "恒", "信", "捷", "荣", "德", "嘉", "利", "琴", "岛", "港", "晟", "昌", "佳", "正", "山");
    private static final List<String> FORMS =
            List.of("有限公司", "有限公司", "有限公司", "有限公司", "股份有限公司", "有限责任公司", "合伙企业(有限合伙)", "个人独资企业");
    private static final int FIRST_REGISTRATION = (int) LocalDate.of(1992, 1, 1).toEpochDay();

    private static final int MILLION = 1_000_000;

    private final CityPlan plan;
    private final Year year;
    private final Places places;
    private final Weighted<String[]> industries = WordList.weighted("industries.tsv");
    private final String[] codes;
    private final long[] cumulativeStaff;

    Companies(CityPlan plan, Year year, Places places) {
        this.plan = plan;
        this.year = year;
        this.places = places;
        int number = Sizes.companies(plan.people());
        codes = new String[number];
        cumulativeStaff = new long[number];
        long sum = 0;
        for (int i = 0; i < number; i++) {
            sum += (long) (1e9 / StrictMath.pow(i + 3.0, 0.92));
            cumulativeStaff[i] = sum;
            codes[i] = row(i)[0];
        }
    }

    int size() {
        return codes.length;
    }

    /** How the company of this index stands in companies.csv. */
    String[] row(int index) {
        Dice dice = Dice.of(plan.seed(), Dice.Purpose.COMPANY, index);
        Places.District district = places.district(dice);
        String[] industry = industries.pick(dice);
        String middle = dice.below(6) == 0 ? dice.pick(SYLLABLES) : "";
        String name = "青岛" + dice.pick(SYLLABLES) + dice.pick(SYLLABLES) + middle + industry[2] + dice.pick(FORMS);
        int registered = FIRST_REGISTRATION + dice.below(year.firstDay() - FIRST_REGISTRATION);
        return new String[] {
            CreditCodes.code("91", district.code(), "MA", index),
            name,
            district.code(),
            industry[0],
            LocalDate.ofEpochDay(registered).toString()
        };
    }

    /** The credit code of an employer, the large ones more often. */
    String employer(Dice dice) {
        long sum = cumulativeStaff[cumulativeStaff.length - 1];
        long drawn = sum / MILLION * dice.below(MILLION) + dice.below(MILLION);
        int place = Arrays.binarySearch(cumulativeStaff, drawn + 1);
        return codes[place < 0 ? Math.min(-place - 1, codes.length - 1) : place];
    }
}
