/**
 * {@code minsheng reject}: the rows that loads did not take, open until they are mended or closed.
 *
 * <p>What comes in: the number of a load, a line of its file. What goes out: why the row was not taken and how to mend
 * it, a file to mend, or a reject that is closed.
 */
package org.minsheng.cli.reject;
