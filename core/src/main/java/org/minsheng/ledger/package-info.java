/**
 * Money: personal accounts and the general ledger.
 *
 * <p>What lives here: entries that are never changed. What comes in: opening balances and credits of personal accounts,
 * what settlements move. What goes out: balances, ledgers that balance. A mistake is reversed, never undone.
 */
package org.minsheng.ledger;
