package org.minsheng.bureau.city;

import org.minsheng.base.Problem;

/**
 * Which city is wanted.
 *
 * @param people how many people are registered, {@value #PEOPLE_MIN} to {@value #PEOPLE_MAX}
 * @param seed any number; another seed is another city
 * @param year the calendar year of its claims
 */
public record CityPlan(int people, long seed, int year) {
    /** Fewer people have no room for every kind of bad row. */
    public static final int PEOPLE_MIN = 100;

    /** More people need more memory than a desk machine spares: some 40 bytes each. */
    public static final int PEOPLE_MAX = 10_000_000;

    /** The year of the claims when none is named. */
    public static final int DEFAULT_YEAR = 2025;

    private static final int YEAR_MIN = 2010;
    private static final int YEAR_MAX = 2060;

    /** @throws org.minsheng.base.ProblemException when people or year are out of range */
    public CityPlan {
        if (people < PEOPLE_MIN || people > PEOPLE_MAX) {
            throw Problem.of(CityProblem.PEOPLE)
                    .with("people", people)
                    .with("least", PEOPLE_MIN)
                    .with("most", PEOPLE_MAX)
                    .asException();
        }
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw Problem.of(CityProblem.YEAR)
                    .with("year", year)
                    .with("least", YEAR_MIN)
                    .with("most", YEAR_MAX)
                    .asException();
        }
    }
}
