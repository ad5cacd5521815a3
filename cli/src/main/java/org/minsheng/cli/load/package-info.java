/**
 * The verb {@code import}, one for every file kind, and the nouns that have no other verb.
 *
 * <p>What comes in: a file and the limits of its load. What goes out: figures a file, the first rejects, and where all of
 * them are.
 */
package org.minsheng.cli.load;
