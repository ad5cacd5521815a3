/**
 * {@code minsheng doctor}: whether this machine, these settings and this database are fit for work.
 *
 * <p>What comes in: the surroundings. What goes out: a row a check, and for what is wrong the command that mends it.
 */
package org.minsheng.cli.doctor;
