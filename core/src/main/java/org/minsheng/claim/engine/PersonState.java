package org.minsheng.claim.engine;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What a person has used so far: the balance of the personal account and the sums of the counters by day. Immutable;
 * entries of one counter and day are added up and vanish at nought, so that a reversal restores the very state.
 */
public final class PersonState {
    /** A person without history and without a balance. */
    public static final PersonState NEW = new PersonState(0, 0, new String[0], new int[0], new long[0]);

    private final long balance;
    private final int size;
    // Sorted by counter, then day.
    private final String[] counters;
    private final int[] days;
    private final long[] amounts;

    private PersonState(long balance, int size, String[] counters, int[] days, long[] amounts) {
        this.balance = balance;
        this.size = size;
        this.counters = counters;
        this.days = days;
        this.amounts = amounts;
    }

    /** The state after these entries, in any order, with this balance in fen. */
    public static PersonState of(long balance, Iterable<CounterEntry> history) {
        Builder builder = new Builder();
        for (CounterEntry entry : history) {
            builder.add(entry.counter(), entry.date(), entry.amount());
        }
        return builder.build(balance);
    }

    /** Collects entries one by one; reusable after {@link #build}. Not for several threads. */
    public static final class Builder {
        private int size;
        private String[] counters = new String[16];
        private int[] days = new int[16];
        private long[] amounts = new long[16];

        /** Adds one entry. */
        public Builder add(String counter, LocalDate date, long amount) {
            insert(counter, Math.toIntExact(date.toEpochDay()), amount);
            return this;
        }

        /** Adds the entries of one settlement's text, see {@link CounterEntries}. */
        public Builder add(String encoded, LocalDate decidingDate) {
            int start = 0;
            while (start < encoded.length()) {
                int end = CounterEntries.endOfEntry(encoded, start);
                int equals = CounterEntries.equalsSign(encoded, start, end);
                int at = encoded.indexOf('@', equals);
                boolean dated = at >= 0 && at < end;
                long amount = CounterEntries.amount(encoded, equals + 1, dated ? at : end);
                LocalDate date = dated ? CounterEntries.date(encoded, at + 1, end) : decidingDate;
                add(name(encoded, start, equals), date, amount);
                start = end + 1;
            }
            return this;
        }

        // One person's few counters recur in each settlement: their names need no second string.
        private String name(String encoded, int start, int end) {
            int length = end - start;
            for (int i = 0; i < size; i++) {
                String known = counters[i];
                if (known.length() == length && encoded.startsWith(known, start)) {
                    return known;
                }
            }
            return encoded.substring(start, end);
        }

        private void insert(String counter, int day, long amount) {
            int at = find(counters, days, size, counter, day);
            if (at < size && days[at] == day && counters[at].equals(counter)) {
                amounts[at] += amount;
                return;
            }
            if (size == counters.length) {
                counters = Arrays.copyOf(counters, size * 2);
                days = Arrays.copyOf(days, size * 2);
                amounts = Arrays.copyOf(amounts, size * 2);
            }
            System.arraycopy(counters, at, counters, at + 1, size - at);
            System.arraycopy(days, at, days, at + 1, size - at);
            System.arraycopy(amounts, at, amounts, at + 1, size - at);
            counters[at] = counter;
            days[at] = day;
            amounts[at] = amount;
            size++;
        }

        /** The state of all entries added since the last build. */
        public PersonState build(long balance) {
            String[] names = new String[size];
            int[] dates = new int[size];
            long[] sums = new long[size];
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (amounts[i] != 0) {
                    names[kept] = counters[i];
                    dates[kept] = days[i];
                    sums[kept++] = amounts[i];
                }
            }
            size = 0;
            return new PersonState(balance, kept, names, dates, sums);
        }
    }

    /** The state after a settlement or a reversal; a held case changes nothing. */
    public PersonState plus(Settled settled) {
        long left = balance - settled.payers().acct();
        List<CounterEntry> entries = settled.entries();
        if (entries.isEmpty()) {
            return left == balance ? this : new PersonState(left, size, counters, days, amounts);
        }
        int room = size + entries.size();
        String[] names = Arrays.copyOf(counters, room);
        int[] dates = Arrays.copyOf(days, room);
        long[] sums = Arrays.copyOf(amounts, room);
        int used = size;
        for (int i = 0; i < entries.size(); i++) {
            CounterEntry entry = entries.get(i);
            used = added(names, dates, sums, used, entry);
        }
        return new PersonState(left, used, names, dates, sums);
    }

    private static int added(String[] names, int[] dates, long[] sums, int used, CounterEntry entry) {
        int day = Math.toIntExact(entry.date().toEpochDay());
        int at = find(names, dates, used, entry.counter(), day);
        int behind = used - at;
        if (behind > 0 && dates[at] == day && names[at].equals(entry.counter())) {
            sums[at] += entry.amount();
            if (sums[at] != 0) {
                return used;
            }
            System.arraycopy(names, at + 1, names, at, behind - 1);
            System.arraycopy(dates, at + 1, dates, at, behind - 1);
            System.arraycopy(sums, at + 1, sums, at, behind - 1);
            return used - 1;
        }
        System.arraycopy(names, at, names, at + 1, behind);
        System.arraycopy(dates, at, dates, at + 1, behind);
        System.arraycopy(sums, at, sums, at + 1, behind);
        names[at] = entry.counter();
        dates[at] = day;
        sums[at] = entry.amount();
        return used + 1;
    }

    /** Balance of the personal account in fen. */
    public long balance() {
        return balance;
    }

    /** The sum of a counter from one epoch day to another, both included. */
    public long sum(String counter, long firstDay, long lastDay) {
        long sum = 0;
        for (int i = firstOf(counter, firstDay); i < size && days[i] <= lastDay && counters[i].equals(counter); i++) {
            sum += amounts[i];
        }
        return sum;
    }

    /** Calls {@code visitor} with each day and amount of a counter from one epoch day to another, both included. */
    void each(String counter, long firstDay, long lastDay, DayVisitor visitor) {
        for (int i = firstOf(counter, firstDay); i < size && days[i] <= lastDay && counters[i].equals(counter); i++) {
            visitor.day(days[i], amounts[i]);
        }
    }

    /** Takes one day's sum of a counter. */
    interface DayVisitor {
        void day(int epochDay, long amount);
    }

    private int firstOf(String counter, long firstDay) {
        int day = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, firstDay));
        return find(counters, days, size, counter, day);
    }

    /** The first place whose counter and day are not before these. */
    private static int find(String[] counters, int[] days, int size, String counter, int day) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            String name = counters[middle];
            int order = name.equals(counter) ? 0 : name.compareTo(counter);
            if (order < 0 || (order == 0 && days[middle] < day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the person has neither counters nor a balance. */
    public boolean isEmpty() {
        return size == 0 && balance == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonState that
                && that.balance == balance
                && Arrays.equals(that.counters, 0, that.size, counters, 0, size)
                && Arrays.equals(that.days, 0, that.size, days, 0, size)
                && Arrays.equals(that.amounts, 0, that.size, amounts, 0, size);
    }

    @Override
    public int hashCode() {
        long hash = balance;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + counters[i].hashCode() + 7L * days[i] + amounts[i];
        }
        return Long.hashCode(hash);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("balance=").append(balance);
        for (int i = 0; i < size; i++) {
            text.append(' ').append(counters[i]).append('@').append(LocalDate.ofEpochDay(days[i]));
            text.append('=').append(amounts[i]);
        }
        return text.toString();
    }
}
