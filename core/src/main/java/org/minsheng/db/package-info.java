/**
 * The way to PostgreSQL: connection settings, the embedded server, migrations, COPY in and out, locks.
 *
 * <p>What comes in: where the database is and who asks. What goes out: open connections, rows in bulk, and one clear
 * {@link org.minsheng.base.Problem} for each way in which a database can fail.
 */
package org.minsheng.db;
