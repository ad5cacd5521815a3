package org.minsheng.claim;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What settling and pricing need of an institution (定点医药机构).
 *
 * @param id institution_id
 * @param code {@code fixmedins_code}
 * @param tier level, 1 to 3
 */
public record Institution(int id, String code, int tier) {
    private static final int FETCH_ROWS = 10_000;

    /** All institutions by id. */
    static Map<Integer, Institution> byId(Handle handle) {
        Map<Integer, Institution> institutions = new HashMap<>();
        handle.createQuery("SELECT institution_id, institution_code, tier FROM registry.pub_institution")
                .setFetchSize(FETCH_ROWS)
                .map((row, context) -> new Institution(
                        row.getInt("institution_id"), row.getString("institution_code"), row.getInt("tier")))
                .forEach(institution -> institutions.put(institution.id(), institution));
        return institutions;
    }

    /** All institutions by code. */
    static Map<String, Institution> byCode(Handle handle) {
        Map<String, Institution> institutions = new HashMap<>();
        byId(handle).values().forEach(institution -> institutions.put(institution.code(), institution));
        return institutions;
    }
}
