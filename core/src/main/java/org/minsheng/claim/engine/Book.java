package org.minsheng.claim.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The counter entries that one settlement makes, beside what the person had before it. */
final class Book {
    private final PersonState before;
    private final List<CounterEntry> entries = new ArrayList<>(6);

    Book(PersonState before) {
        this.before = before;
    }

    PersonState before() {
        return before;
    }

    /** What a counter has with the entries made so far. */
    long sum(String counter, long firstDay, long lastDay) {
        long sum = before.sum(counter, firstDay, lastDay);
        for (int i = 0; i < entries.size(); i++) {
            CounterEntry entry = entries.get(i);
            if (entry.counter().equals(counter)) {
                long day = entry.date().toEpochDay();
                if (day >= firstDay && day <= lastDay) {
                    sum += entry.amount();
                }
            }
        }
        return sum;
    }

    void add(String counter, LocalDate date, long amount) {
        if (amount == 0) {
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            CounterEntry entry = entries.get(i);
            if (entry.counter().equals(counter) && entry.date().equals(date)) {
                entries.set(i, new CounterEntry(counter, date, entry.amount() + amount));
                return;
            }
        }
        entries.add(new CounterEntry(counter, date, amount));
    }

    List<CounterEntry> entries() {
        return List.copyOf(entries);
    }
}
