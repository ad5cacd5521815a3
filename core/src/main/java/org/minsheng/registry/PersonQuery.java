package org.minsheng.registry;

/**
 * What a clerk knows of the person sought.
 *
 * @param name the full name
 * @param birthYear null when not known
 * @param phone the whole telephone number; null when not known
 * @param divisionCode six digits; trailing pairs of zeroes stand for all divisions below; null for all
 * @param limit at most so many, 1 to 1,000
 */
public record PersonQuery(String name, Integer birthYear, String phone, String divisionCode, int limit) {
    /** The most that a search may return. */
    public static final int LIMIT_MAX = 1_000;

    public PersonQuery {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit must be 1 to " + LIMIT_MAX + ": " + limit);
        }
    }

    /** The leading digits of the divisions meant; null for all. */
    String divisionPrefix() {
        if (divisionCode == null) {
            return null;
        }
        return divisionCode.replaceFirst("(00)+$", "");
    }
}
