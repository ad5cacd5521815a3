package org.minsheng.run;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened in a run.
 *
 * @param at when
 * @param code what, as a stable code
 * @param facts what its text needs
 */
public record RunEvent(Instant at, String code, Map<String, Object> facts) {}
