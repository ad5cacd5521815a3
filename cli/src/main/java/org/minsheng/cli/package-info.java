/**
 * The command line itself: the entry point, the table of groups, help, and the one place that turns trouble into a
 * message and an exit status.
 *
 * <p>What comes in: words of a person or a script. What goes out: one run of one verb, its exit status. The classes of a
 * group are loaded only when that group is named. Below it: {@code command} (what a verb is and what it is handed),
 * {@code render} (formats), {@code text} (messages), and one package a noun.
 */
package org.minsheng.cli;
