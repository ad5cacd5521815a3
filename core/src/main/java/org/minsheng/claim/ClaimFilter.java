package org.minsheng.claim;

import java.time.LocalDate;

/**
 * Which claims to list; a null asks for all.
 *
 * @param residentId of whom
 * @param institutionCode treated where
 * @param treatment {@code med_type}
 * @param state open, held, settled or not_covered
 * @param from earliest end of treatment
 * @param to latest end of treatment
 * @param limit most rows
 */
public record ClaimFilter(
        String residentId,
        String institutionCode,
        String treatment,
        String state,
        LocalDate from,
        LocalDate to,
        int limit) {}
