package org.minsheng.load;

import org.jdbi.v3.core.Handle;

/** Rows that were not taken and that nobody has mended or closed yet. */
public final class OpenRejects {
    private OpenRejects() {}

    /** How many there are. */
    public static long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM load.reject WHERE state = 'open'")
                .mapTo(Long.class)
                .one();
    }
}
