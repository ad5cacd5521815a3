package org.minsheng.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What one worker process did.
 *
 * @param seconds how long the work itself took, without the start of the process
 * @param rows how many rows, claims or people it handled
 * @param peakBytes the most memory that the process had
 */
record Measured(double seconds, long rows, long peakBytes) {
    private static final double BYTES_PER_MIBI = 1 << 20;

    double rate() {
        return rows / seconds;
    }

    double peakMibi() {
        return peakBytes / BYTES_PER_MIBI;
    }

    /** The same rows, both times together. */
    Measured then(Measured next) {
        return new Measured(seconds + next.seconds, rows, Math.max(peakBytes, next.peakBytes));
    }

    /** The run of middling speed. */
    static Measured median(List<Measured> runs) {
        List<Measured> sorted = new ArrayList<>(runs);
        sorted.sort((one, other) -> Double.compare(one.rate(), other.rate()));
        return sorted.get(sorted.size() / 2);
    }

    /** The run that needed the most memory. */
    static Measured largest(List<Measured> runs) {
        Measured largest = runs.get(0);
        for (Measured run : runs) {
            largest = run.peakBytes > largest.peakBytes ? run : largest;
        }
        return largest;
    }
}
