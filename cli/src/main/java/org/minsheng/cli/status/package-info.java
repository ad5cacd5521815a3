/**
 * {@code minsheng status}: where things stand, on one page.
 *
 * <p>What comes in: nothing. What goes out: the database, the business date, the last runs.
 */
package org.minsheng.cli.status;
