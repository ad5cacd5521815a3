/**
 * {@code minsheng policy}: the packs of rules that claims are settled by.
 *
 * <p>What comes in: packs as files, or the names of shipped ones. What goes out: findings, results of worked examples, and
 * the packs of the database. {@code lint} and {@code test} need no database.
 */
package org.minsheng.cli.policy;
