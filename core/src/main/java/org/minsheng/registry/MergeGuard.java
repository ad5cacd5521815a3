package org.minsheng.registry;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;

/** What other rooms have to say before a record is merged away: rows of theirs may hang on it. */
@FunctionalInterface
public interface MergeGuard {
    /**
     * Why the record must stay; empty when nothing of the room hangs on it. Called with the person's money locked.
     *
     * @param transaction the transaction of the merger
     * @param loser the record that would be merged away
     */
    Optional<Problem> objection(Handle transaction, Person loser);
}
