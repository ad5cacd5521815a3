/**
 * {@code minsheng config}: the settings in force.
 *
 * <p>What comes in: options, variables, the home's file. What goes out: every setting, its value, where it came from.
 */
package org.minsheng.cli.config;
