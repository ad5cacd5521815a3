package org.minsheng.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A policy pack as the database keeps it.
 *
 * @param number its number in the database, as settlements name it
 * @param id its name
 * @param version its version
 * @param validFrom first deciding date
 * @param validTo last deciding date
 * @param status how far it can be trusted: verified or unverified
 * @param schemes {@code insutype}: the schemes whose claims it rules
 * @param sha256 digest of its text
 * @param importedAt when it came in
 * @param importedBy the login that brought it
 * @param activatedAt since when it decides; null for a draft
 * @param activatedBy the login that activated it; null for a draft
 */
public record ShelvedPack(
        int number,
        String id,
        String version,
        LocalDate validFrom,
        LocalDate validTo,
        String status,
        List<String> schemes,
        String sha256,
        Instant importedAt,
        String importedBy,
        Instant activatedAt,
        String activatedBy) {
    public ShelvedPack {
        schemes = List.copyOf(schemes);
    }

    /** Whether it decides claims, or is a draft. */
    public boolean isActive() {
        return activatedAt != null;
    }
}
