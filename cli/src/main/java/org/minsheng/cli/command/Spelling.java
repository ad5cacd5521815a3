package org.minsheng.cli.command;

import java.util.Collection;
import java.util.Optional;

/** Finds what was probably meant. */
final class Spelling {
    private static final int DISTANCE_MAX = 2;

    private Spelling() {}

    /** The candidate that differs least from the word, if it differs little, or that the word begins. */
    static Optional<String> nearest(String word, Collection<String> candidates) {
        String nearest = null;
        int least = DISTANCE_MAX + 1;
        for (String candidate : candidates) {
            boolean begins = word.length() > 1 && candidate.startsWith(word);
            int distance = begins ? 1 : distance(word, candidate);
            if (distance < least && distance < candidate.length()) {
                nearest = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Insertions, deletions and replacements from one to the other (Levenshtein). */
    static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
