/**
 * {@code minsheng db}: the database itself: the embedded one, the schema, the roles, psql.
 *
 * <p>What comes in: the home and the settings. What goes out: a database that the other commands can work on, and how it
 * is.
 */
package org.minsheng.cli.db;
