/**
 * The command line: the factory that builds it, its settings, exit statuses and messages.
 *
 * <p>What comes in: words of a person or a script. What goes out: one call into the core, its result on stdout, and an
 * exit status.
 */
package org.minsheng.cli;
