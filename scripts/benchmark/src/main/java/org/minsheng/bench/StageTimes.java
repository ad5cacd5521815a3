package org.minsheng.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.minsheng.run.Progress;

/** Listens to the stages of a work and keeps how long each took: where the time goes. */
final class StageTimes implements Progress {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private String stage = "begin";
    private long since = System.nanoTime();

    @Override
    public synchronized void stage(String name, long total) {
        long now = System.nanoTime();
        nanos.merge(stage, now - since, Long::sum);
        stage = name;
        since = now;
    }

    @Override
    public void advance(long done) {
        // only the stages count
    }

    @Override
    public void finish() {
        stage("end", 0);
    }

    void print(Work work, double client, double server, PrintStream err) {
        finish();
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "%s: processor %.2f s, server %.2f s ·", work, client, server));
        nanos.forEach(
                (name, time) -> line.append(String.format(Locale.ROOT, " %s %.2f s", name, time / NANOS_PER_SECOND)));
        err.println(line);
    }
}
