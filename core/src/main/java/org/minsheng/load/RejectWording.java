package org.minsheng.load;

import org.minsheng.base.Problem;

/** Says for people why a row was rejected; the core itself has no words. */
@FunctionalInterface
public interface RejectWording {
    /** The sentence of a problem; asked from any thread. */
    String reason(Problem problem);
}
