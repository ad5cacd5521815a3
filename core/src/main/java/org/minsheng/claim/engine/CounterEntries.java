package org.minsheng.claim.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The compact text of a settlement's counter entries, as its row stores them: {@code stay/310=1;pool/310=1724800}, with
 * {@code @2025-03-02} behind an entry that counts for another day than the deciding date. The order is kept.
 */
public final class CounterEntries {
    private CounterEntries() {}

    /** The text of entries; empty for none. */
    public static String encode(List<CounterEntry> entries, LocalDate decidingDate) {
        if (entries.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(24 * entries.size());
        for (CounterEntry entry : entries) {
            if (text.length() > 0) {
                text.append(';');
            }
            text.append(entry.counter()).append('=').append(entry.amount());
            if (!entry.date().equals(decidingDate)) {
                text.append('@').append(entry.date());
            }
        }
        return text.toString();
    }

    /**
     * The entries of a text that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static List<CounterEntry> decode(String text, LocalDate decidingDate) {
        List<CounterEntry> entries = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = endOfEntry(text, start);
            int equals = equalsSign(text, start, end);
            int at = text.indexOf('@', equals);
            boolean dated = at >= 0 && at < end;
            long amount = amount(text, equals + 1, dated ? at : end);
            LocalDate date = dated ? date(text, at + 1, end) : decidingDate;
            entries.add(new CounterEntry(text.substring(start, equals), date, amount));
            start = end + 1;
        }
        return entries;
    }

    static int endOfEntry(String text, int start) {
        int end = text.indexOf(';', start);
        return end < 0 ? text.length() : end;
    }

    static int equalsSign(String text, int start, int end) {
        int equals = text.indexOf('=', start);
        if (equals <= start || equals >= end) {
            throw new IllegalArgumentException("not a counter entry: " + text.substring(start, end));
        }
        return equals;
    }

    static long amount(String text, int start, int end) {
        return Long.parseLong(text, start, end, 10);
    }

    static LocalDate date(String text, int start, int end) {
        try {
            return LocalDate.parse(text.subSequence(start, end));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date in counter entries: " + text, e);
        }
    }
}
