/**
 * The benchmarks behind {@code scripts/bench}.
 *
 * <p>What lives here: a {@link org.minsheng.bench.Topic} a feature, which makes its own data and database, measures the
 * core's services and, in the same run, the bare means for the same work. What comes in: the name of a topic and a scale.
 * What goes out: one row a figure, with its goal. Whatever is measured runs in a process of its own with the options of
 * the launcher, so that time and memory are those of a command.
 */
package org.minsheng.bench;
