/**
 * The demonstration city: a believable Qingdao of any size, invented from a seed.
 *
 * <p>What comes in: a {@link org.minsheng.bureau.city.CityPlan}. What goes out: nine CSV files as a bureau would send
 * them, with a known share of bad rows, and a {@code manifest.json} that names each of them. The same plan gives the
 * same bytes on every machine: one explicit generator of chance, integers, no clock, no locale, no hash order. People
 * are streamed; some forty bytes of each are kept.
 */
package org.minsheng.bureau.city;
