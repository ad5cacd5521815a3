package org.minsheng.load;

/** A rule that one row alone decides: pure, no database, no clock. Called only for rows whose every value is readable. */
@FunctionalInterface
public interface RowCheck {
    /** Null when the row is in order. */
    Finding check(TypedRow row);
}
