/**
 * Results as people and scripts read them: one small class a format, streaming with a bounded buffer.
 *
 * <p>What comes in: columns and rows of values. What goes out: text on the writer that was handed in. Knows neither the
 * command parser nor the core's rooms other than {@code base}.
 */
package org.minsheng.cli.render;
