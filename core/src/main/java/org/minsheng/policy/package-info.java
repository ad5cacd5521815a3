/**
 * The policy language: what a bureau's rules are, as data.
 *
 * <p>What lives here: the pack as people write it ({@link org.minsheng.policy.PolicyPack}, parsed by
 * {@link org.minsheng.policy.PackParser}), its compiled form ({@link org.minsheng.policy.CompiledPack}: one
 * {@link org.minsheng.policy.Plan} for each combination of scheme, person type, treatment, tier and referral), the lint,
 * and the packs that are shipped. What comes in: YAML text. What goes out: plans for the settlement engine, or a
 * {@link org.minsheng.base.Problem} with its path and line. Pure: no database, no clock, no files but our own resources.
 */
package org.minsheng.policy;
