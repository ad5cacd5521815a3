/**
 * {@code minsheng run}: what was begun, how it ended, and what can still be done about it.
 *
 * <p>What comes in: the number of a run. What goes out: its row of the run ledger, its events, or a change of its state.
 */
package org.minsheng.cli.run;
