package org.minsheng.bureau.city;

import java.util.List;

/**
 * Plants bad rows between the good rows of one file: about one in a hundred, every flaw in turn. A bad row is always one
 * row more; no good row depends on it.
 */
final class BadRows {
    /** Bad rows among a million good ones. */
    static final int PER_MILLION = 10_000;

    private final CsvFile file;
    private final List<Flaw> flaws;
    private final Extra extra;
    private final Dice dice;
    private String[] lastGood;
    private int planted;

    /** Makes a row of its own, with a key that no other row has, in the manner of a good one. */
    interface Extra {
        String[] row(String[] good, int serial);
    }

    BadRows(CsvFile file, List<Flaw> flaws, Extra extra, Dice dice) {
        this.file = file;
        this.flaws = flaws;
        this.extra = extra;
        this.dice = dice;
    }

    /** Writes a good row, and now and then a bad one after it. */
    void after(String... good) {
        file.good(good);
        lastGood = good;
        if (dice.hits(PER_MILLION)) {
            plant();
        }
    }

    /** Plants what has had no turn yet. */
    void finish() {
        while (planted < flaws.size()) {
            plant();
        }
    }

    private void plant() {
        Flaw flaw = flaws.get(planted % flaws.size());
        String[] row = flaw.spoiler().spoil(lastGood, extra.row(lastGood.clone(), planted), dice);
        file.bad(flaw.rule(), row);
        planted++;
    }
}
