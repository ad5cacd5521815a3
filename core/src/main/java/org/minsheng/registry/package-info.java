/**
 * Who is insured, who employs, who treats; code tables; the calendar.
 *
 * <p>What lives here: the directory of persons with their former numbers and their history, the merger of two records of
 * one person, versioned code tables with the senders' mappings, the holidays. What comes in: rows that the loader wrote,
 * and what a clerk asks or decides. What goes out: records, code lists, a {@link org.minsheng.base.BusinessCalendar}.
 */
package org.minsheng.registry;
