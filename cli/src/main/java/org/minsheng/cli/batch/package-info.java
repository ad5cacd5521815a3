/**
 * {@code minsheng batch}: the business date that batches work for.
 *
 * <p>What comes in: the day to open. What goes out: the open day.
 */
package org.minsheng.cli.batch;
