package org.minsheng.claim;

import java.util.BitSet;
import java.util.function.BooleanSupplier;

/** Hands out the buckets that are still to do, until there is none or the run is told to stop. */
final class BucketQueue {
    private final BitSet todo;
    private final BooleanSupplier stopRequested;
    private int next;
    private boolean stopped;

    BucketQueue(BitSet todo, BooleanSupplier stopRequested) {
        this.todo = todo;
        this.stopRequested = stopRequested;
    }

    /** The next bucket, or -1 when the worker is to end. */
    synchronized int next() {
        int bucket = todo.nextSetBit(next);
        if (bucket < 0) {
            return -1;
        }
        if (stopped || stopRequested.getAsBoolean()) {
            stopped = true;
            return -1;
        }
        next = bucket + 1;
        return bucket;
    }

    /** No further bucket: another worker has failed. */
    synchronized void stop() {
        stopped = true;
    }

    /** Whether buckets were left undone. */
    synchronized boolean stopped() {
        return stopped;
    }
}
