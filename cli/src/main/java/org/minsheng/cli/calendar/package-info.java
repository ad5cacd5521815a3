/**
 * {@code minsheng calendar}: public holidays and adjusted workdays.
 *
 * <p>What comes in: a year. What goes out: the days that are not what their weekday says.
 */
package org.minsheng.cli.calendar;
