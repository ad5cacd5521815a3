package org.minsheng.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * A code of a code table (代码).
 *
 * @param table the table: {@code med_type}
 * @param version the release of the table that it stands in
 * @param code the code itself
 * @param name its Chinese name
 * @param englishName its English name; null when the table has none
 * @param source where it comes from, and how far to trust it
 * @param validFrom its first day; null: always was
 * @param validTo its last day; null: still valid
 */
public record Code(
        String table,
        String version,
        String code,
        String name,
        String englishName,
        String source,
        LocalDate validFrom,
        LocalDate validTo) {

    static Code read(ResultSet row) throws SQLException {
        return new Code(
                row.getString("table_name"),
                row.getString("version"),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("source"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
