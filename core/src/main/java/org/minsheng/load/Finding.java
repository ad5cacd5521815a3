package org.minsheng.load;

import org.minsheng.base.Problem;

/**
 * Why a row is rejected.
 *
 * @param column the column that is wrong, or null when the whole row is
 * @param problem a problem of the kind FINDING
 */
public record Finding(Column column, Problem problem) {}
