package org.minsheng.claim.engine;

/** Collects what one stage decides over its groups of cells. */
final class MarkBuilder {
    private final int stage;
    private long basis;
    private long amount;
    private int nth;
    private long limit = -1;
    private long left = -1;
    private int ceiling;
    private long before;
    private long paidBefore;
    private long cut;

    MarkBuilder(int stage) {
        this.stage = stage;
    }

    void moved(long ofBasis, long moved) {
        basis += ofBasis;
        amount += moved;
    }

    void nth(int time) {
        nth = time;
    }

    void limit(long fen) {
        limit = limit < 0 ? fen : limit + fen;
    }

    /** What a ceiling leaves afterwards; the tightest is kept. */
    void left(int ofCeiling, long fen) {
        if (left < 0 || fen < left) {
            left = fen;
            ceiling = ofCeiling;
        }
    }

    void before(long total, long paid) {
        before += total;
        paidBefore += paid;
    }

    void cut(long fen) {
        cut += fen;
    }

    /** The mark; null when the stage had nothing to decide. */
    Mark mark() {
        boolean nothing = basis == 0 && amount == 0;
        return nothing ? null : new Mark(stage, basis, amount, nth, limit, left, ceiling, before, paidBefore, cut);
    }
}
