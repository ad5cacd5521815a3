/**
 * {@code minsheng demo}: the demonstration city.
 *
 * <p>What comes in: how many people, a seed, a folder. What goes out: the files of a city that never was, and what they
 * hold.
 */
package org.minsheng.cli.demo;
