/**
 * Values of the field: money, ratios, identifiers, problems, digests, the business calendar.
 *
 * <p>What lives here: small immutable types that every other room speaks in. What comes in: text and numbers as people
 * and files write them. What goes out: checked values, or a {@link org.minsheng.base.Problem} that says what is wrong.
 * Uses the JDK only.
 */
package org.minsheng.base;
