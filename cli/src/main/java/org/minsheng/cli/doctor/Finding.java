package org.minsheng.cli.doctor;

import java.util.Locale;

/**
 * What one check found.
 *
 * @param check its stable name
 * @param text what was found, in the language of the run
 * @param mend what to do about it; null when all is well
 */
record Finding(String check, State state, String text, String mend) {
    /** How serious it is. */
    enum State {
        OK,
        /** Work goes on, but something will be missing. */
        WARN,
        WRONG;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
