package org.minsheng.cli.command;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.minsheng.cli.render.TextWidth;
import org.minsheng.cli.text.Messages;
import org.minsheng.run.Progress;

/** One line on a terminal that is written over as the work goes on, a few times a second, and wiped at the end. */
final class TerminalProgress implements Progress {
    private static final long REDRAW_MILLIS = 125;

    private final PrintStream err;
    private final Messages messages;
    private final Clock clock;
    private String stage = "";
    private long total;
    private long done;
    private long drawnAt;
    private int drawnWidth;

    TerminalProgress(PrintStream err, Messages messages, Clock clock) {
        this.err = err;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public synchronized void stage(String name, long newTotal) {
        stage = messages.text("stage." + name);
        total = newTotal;
        done = 0;
        draw();
    }

    @Override
    public synchronized void advance(long more) {
        done += more;
        if (clock.millis() - drawnAt >= REDRAW_MILLIS) {
            draw();
        }
    }

    @Override
    public synchronized void finish() {
        if (drawnWidth > 0) {
            err.print("\r" + " ".repeat(drawnWidth) + "\r");
            err.flush();
            drawnWidth = 0;
        }
    }

    private void draw() {
        String key = total > 0 ? "progress.of" : "progress.so-far";
        long percent = total > 0 ? Math.min(100, done * 100 / total) : 0;
        String line = messages.text(
                key,
                Map.of(
                        "stage",
                        stage,
                        "done",
                        String.format("%,d", done),
                        "total",
                        String.format("%,d", total),
                        "percent",
                        percent));
        err.print("\r" + TextWidth.padRight(line, drawnWidth));
        err.flush();
        drawnWidth = TextWidth.of(line);
        drawnAt = clock.millis();
    }
}
