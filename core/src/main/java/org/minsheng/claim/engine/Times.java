package org.minsheng.claim.engine;

import java.time.LocalDate;
import java.util.TreeMap;
import org.minsheng.policy.Step;

/** Finds the how-manieth stay, visit or period a claim belongs to. */
final class Times {
    private static final int MONTHS_A_YEAR = 12;

    private Times() {}

    /** From 1 on; 1 where nothing is asked. */
    static int nth(Step.Nth rule, PersonState before, LocalDate date) {
        if (rule == null) {
            return 1;
        }
        long from = rule.window().firstDay(date);
        long to = rule.window().lastDay(date);
        if (!rule.periods()) {
            long earlier = before.sum(rule.counter().of(0), from, to);
            return (int) Math.max(0, Math.min(earlier, 1_000_000)) + 1;
        }
        return 1 + earlierMonths(rule, before, date, from, to);
    }

    /** Months of the window, the date's own left out, in which the counted stage paid something. */
    private static int earlierMonths(Step.Nth rule, PersonState before, LocalDate date, long from, long to) {
        TreeMap<Integer, Long> paidByMonth = new TreeMap<>();
        for (int name = 0; name < rule.counter().size(); name++) {
            before.each(
                    rule.counter().of(name),
                    from,
                    to,
                    (day, amount) -> paidByMonth.merge(month(LocalDate.ofEpochDay(day)), amount, Long::sum));
        }
        paidByMonth.remove(month(date));
        return (int) paidByMonth.values().stream().filter(paid -> paid > 0).count();
    }

    private static int month(LocalDate date) {
        return date.getYear() * MONTHS_A_YEAR + date.getMonthValue();
    }
}
