package org.minsheng.claim;

/** The class of an item in the catalogue (甲类, 乙类, 丙类). */
public enum ItemClass {
    /** Wholly in scope (甲类). */
    A,
    /** In scope after the self-first share (乙类). */
    B,
    /** Outside the catalogue (丙类): the patient pays all of it. */
    C
}
