/**
 * What a command is and what it is handed: nouns and verbs, the session and the invocation, settings, exit statuses.
 *
 * <p>What comes in: parsed options and the surroundings of the process. What goes out: an {@link
 * org.minsheng.cli.command.Invocation} through which a verb reads, asks and prints.
 */
package org.minsheng.cli.command;
