/**
 * {@code minsheng person}: finds, shows and merges the records of insured persons.
 *
 * <p>What comes in: identity numbers, former ones too, names, numbers of records. What goes out: records with numbers
 * masked, unless whole ones are asked for with a reason.
 */
package org.minsheng.cli.person;
