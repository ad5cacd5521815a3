package org.minsheng.cli.survival;

import java.util.Map;
import java.util.TreeMap;
import org.minsheng.cli.survival.CityDatabases.Step;

/** Counts the kills of a test and what they met. */
final class KillTally {
    private final long seed;
    private final long began = System.nanoTime();
    private final Map<String, Integer> byWeapon = new TreeMap<>();
    private final Map<Step, Integer> byStep = new TreeMap<>();
    private int kills;
    private int hits;
    private int tooLate;
    private int runsAgain;
    private int busy;

    KillTally(long seed) {
        this.seed = seed;
    }

    /** @param atWork whether the work was not done after it: it met a command at its work */
    void killed(String weapon, Step step, boolean atWork) {
        kills++;
        hits += atWork ? 1 : 0;
        byWeapon.merge(weapon, 1, Integer::sum);
        byStep.merge(step, 1, Integer::sum);
    }

    /** The command ended before its moment came. */
    void tooLate(Step step) {
        tooLate++;
    }

    void ranAgain(boolean wasBusy) {
        runsAgain++;
        busy += wasBusy ? 1 : 0;
    }

    int kills() {
        return kills;
    }

    int hits() {
        return hits;
    }

    @Override
    public String toString() {
        return String.format(
                "seed %d: %d kills, %d at work, %s %s; %d came too late; %d runs again, %d of them busy; %d s",
                seed,
                kills,
                hits,
                byWeapon,
                byStep,
                tooLate,
                runsAgain,
                busy,
                (System.nanoTime() - began) / 1_000_000_000);
    }
}
