/**
 * The settlement of one claim: a pure function of the compiled policy, what the person has used so far, and the priced
 * claim.
 *
 * <p>What comes in: {@link org.minsheng.policy.CompiledPack}, {@link org.minsheng.claim.engine.PersonState},
 * {@link org.minsheng.claim.engine.PricedClaim}. What goes out: {@link org.minsheng.claim.engine.Settled}: who pays what,
 * the counter entries to remember, and a trail that explains it. No database, no clock, no I/O.
 */
package org.minsheng.claim.engine;
