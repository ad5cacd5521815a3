/**
 * {@code minsheng claim}: loading, settling, totals, explanations.
 *
 * <p>What comes in: files of bills, dates, claim numbers. What goes out: reports of loads and runs, and where the money
 * of a claim went.
 */
package org.minsheng.cli.claim;
