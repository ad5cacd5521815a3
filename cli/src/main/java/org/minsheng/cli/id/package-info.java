/**
 * {@code minsheng id}: identity numbers and credit codes.
 *
 * <p>What comes in: numbers as people write them. What goes out: what each one is, its normal form, and what is wrong
 * with it. Needs no database.
 */
package org.minsheng.cli.id;
