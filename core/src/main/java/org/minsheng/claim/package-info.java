/**
 * Claims: the catalogue, the loading and pricing of bills, the nightly settlement, its totals and explanations.
 *
 * <p>What comes in: catalogue, claim and line files; open claims with what is known of their persons. What goes out:
 * settlement rows that are never changed, account draws, transfers of the general ledger, and holds with their reason.
 * The decision itself is the pure engine in {@code claim.engine}.
 */
package org.minsheng.claim;
