package org.minsheng.bench;

/**
 * One measured figure.
 *
 * @param name what was measured: {@code claims_import}
 * @param value in its unit
 * @param unit {@code rows/s}, {@code MiB}
 * @param bare the same by the bare means, in the same run and unit
 * @param goal what it is to reach; null when it is for comparing only
 */
record Figure(String name, double value, String unit, double bare, Goal goal) {
    /** Value by bare. */
    double ratio() {
        return bare == 0 ? 0 : value / bare;
    }

    /** Null when it has no goal. */
    Boolean met() {
        return goal == null ? null : (Boolean) goal.met(value, ratio());
    }
}
