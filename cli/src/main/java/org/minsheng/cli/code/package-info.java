/**
 * {@code minsheng code}: the code tables, their versions, and what senders' own codes mean.
 *
 * <p>What comes in: names of tables, codes, a date. What goes out: code lists with their source.
 */
package org.minsheng.cli.code;
