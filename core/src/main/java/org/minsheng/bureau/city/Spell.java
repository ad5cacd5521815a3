package org.minsheng.bureau.city;

/**
 * An insured spell (参保).
 *
 * @param scheme insutype: 310 employees, 390 residents
 * @param personType psn_type: 11 active, 12 retired, 14 to 16 residents
 * @param from first day
 * @param to last day; {@link #OPEN} when it goes on
 */
record Spell(String scheme, String personType, int from, int to) {
    /** Stands for a spell that has not ended. */
    static final int OPEN = Integer.MAX_VALUE;

    static final String EMPLOYEES = "310";
    static final String RESIDENTS = "390";
    static final String ACTIVE = "11";
    static final String RETIRED = "12";
    static final String RESIDENT_CHILD = "14";
    static final String RESIDENT_ADULT = "15";
    static final String RESIDENT_OLD = "16";

    boolean covers(int day) {
        return day >= from && day <= to;
    }
}
