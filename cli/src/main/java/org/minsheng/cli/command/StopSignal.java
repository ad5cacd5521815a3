package org.minsheng.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the process was told to stop (SIGTERM, SIGINT). A batch asks between two units of work; once one has asked, the
 * virtual machine waits for it to come to its safe point, and then ends with 143 or 130 by itself.
 */
public final class StopSignal {
    /** The longest that a batch may take to its next safe point, in seconds; after that it is cut off. */
    private static final int PATIENCE_SECONDS = 120;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile boolean cutOff;
    private boolean listening;

    /** Whether it is time to stop at the next safe point; safe to ask from any thread. */
    public boolean requested() {
        listen();
        return requested;
    }

    /** Asks to stop: the signal does, and tests do. */
    public void request() {
        requested = true;
    }

    /** Whether it was waited for in vain. */
    boolean cutOff() {
        return cutOff;
    }

    /** The command has ended; nobody need wait for it any longer. */
    public void ended() {
        ended.countDown();
    }

    private synchronized void listen() {
        if (!listening) {
            listening = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop-signal"));
        }
    }

    private void stopAndWait() {
        requested = true;
        try {
            cutOff = !ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
