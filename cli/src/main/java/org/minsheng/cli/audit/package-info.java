/**
 * {@code minsheng audit}: who changed what, and the proof that the record of it was not changed.
 *
 * <p>What comes in: the name of an anchor file. What goes out: entries, a new anchor, or a verdict.
 */
package org.minsheng.cli.audit;
