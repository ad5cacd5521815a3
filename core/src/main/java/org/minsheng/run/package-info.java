/**
 * Runs: the ledger of loads and batches, their checkpoints and fences, the business date, progress, and the audit.
 *
 * <p>What comes in: the beginning and the end of a piece of work, and the facts that it pins. What goes out: run
 * numbers, the right to commit a bucket, and a record that cannot be changed unseen.
 */
package org.minsheng.run;
