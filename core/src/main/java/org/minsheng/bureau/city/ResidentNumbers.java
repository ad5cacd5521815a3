package org.minsheng.bureau.city;

import java.time.LocalDate;
import org.minsheng.base.ResidentId;
import org.minsheng.base.Sex;

/** Gives each person an identity number that nobody else has. */
final class ResidentNumbers {
    /** Sequence numbers from here on belong to people who are not registered. */
    private static final int SEQUENCE_OF_STRANGERS = 950;

    private static final int SEQUENCES_OF_A_SEX = 449;
    private static final int DAYS_OF_STRANGERS = 18_000;
    private static final LocalDate FIRST_STRANGER = LocalDate.of(1955, 1, 1);
    private static final String DIVISION_OF_STRANGERS = "370202";

    private final CityPlan plan;
    /** The first seventeen digits by person. */
    private final long[] digits;

    private long[] taken;

    ResidentNumbers(CityPlan plan) {
        this.plan = plan;
        this.digits = new long[plan.people()];
        this.taken = new long[Integer.highestOneBit(plan.people()) * 4];
    }

    /** Gives a person a number; in the order of the people, once each. */
    String give(Person person) {
        Dice dice = Dice.of(plan.seed(), Dice.Purpose.IDENTITY, person.index());
        LocalDate birth = LocalDate.ofEpochDay(person.birthDay());
        long front = Long.parseLong(person.birthplace()) * 100_000_000L
                + birth.getYear() * 10_000L
                + birth.getMonthValue() * 100L
                + birth.getDayOfMonth();
        int turn = dice.below(SEQUENCES_OF_A_SEX);
        for (int attempt = 0; attempt < SEQUENCES_OF_A_SEX; attempt++) {
            int sequence = 2 * ((turn + attempt) % SEQUENCES_OF_A_SEX) + (person.sex() == Sex.MALE ? 1 : 2);
            long candidate = front * 1000 + sequence;
            if (take(candidate)) {
                digits[person.index()] = candidate;
                return number(candidate);
            }
        }
        throw new IllegalStateException("more people born on one day in one division than there are numbers");
    }

    private boolean take(long candidate) {
        int mask = taken.length - 1;
        int place = (int) ((candidate * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (taken[place] != 0) {
            if (taken[place] == candidate) {
                return false;
            }
            place = (place + 1) & mask;
        }
        taken[place] = candidate;
        return true;
    }

    /** Nobody more will be given a number. */
    void close() {
        taken = new long[0];
    }

    /** The number of a person who has one. */
    String of(int person) {
        return number(digits[person]);
    }

    /** A valid number that nobody in the city has, another one for each serial. */
    static String stranger(int serial) {
        LocalDate birth = FIRST_STRANGER.plusDays(serial % DAYS_OF_STRANGERS);
        int sequence = SEQUENCE_OF_STRANGERS + serial / DAYS_OF_STRANGERS;
        String date = birth.toString().replace("-", "");
        String seventeen = DIVISION_OF_STRANGERS + date + sequence;
        return seventeen + ResidentId.checkCharacter(seventeen);
    }

    private static String number(long seventeen) {
        String text = Long.toString(seventeen);
        return text + ResidentId.checkCharacter(text);
    }
}
