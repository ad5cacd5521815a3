package org.minsheng.bureau.city;

/**
 * An institution that treats people (定点医药机构).
 *
 * @param code fixmedins_code
 * @param name Chinese name
 * @param creditCode its credit code
 * @param division six digits
 * @param tier 1 to 3
 * @param kind hospital, community, pharmacy, clinic or care_home
 * @param from designated from, days since 1970-01-01
 * @param to designated to, or {@link Spell#OPEN}
 * @param pricePerMille what it charges for an item, 1,000 being the usual price
 * @param away outside the city
 */
record Institution(
        String code,
        String name,
        String creditCode,
        String division,
        int tier,
        String kind,
        int from,
        int to,
        int pricePerMille,
        boolean away) {}
