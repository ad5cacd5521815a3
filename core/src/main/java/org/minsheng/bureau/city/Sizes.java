package org.minsheng.bureau.city;

/** How many of everything a city has, by its people. */
final class Sizes {
    private static final double PEOPLE_OF_THE_DEMONSTRATION = 20_000;

    private Sizes() {}

    /** 412 for 20,000 people, about 2,500 for a million. */
    static int institutions(int people) {
        return Math.max(40, grown(412, people, 0.46));
    }

    /** As many as Qingdao has for its people: 70,000 for three million. */
    static int companies(int people) {
        return Math.max(20, (int) (people * 7L / 300));
    }

    /** Items of the catalogue: about 1,500 for 20,000 people, at most 5,000. */
    static int items(int people) {
        return Math.min(5_000, grown(1_500, people, 0.31));
    }

    /** StrictMath gives the same bits on every machine. */
    private static int grown(int atDemonstration, int people, double exponent) {
        return (int) StrictMath.rint(atDemonstration * StrictMath.pow(people / PEOPLE_OF_THE_DEMONSTRATION, exponent));
    }
}
