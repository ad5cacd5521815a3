package org.minsheng.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.minsheng.base.Masked;

/**
 * A registered person (参保人员).
 *
 * @param id the record's own number, which outlives changes of the identity number
 * @param residentId the identity number of today
 * @param bucket 0 to 255, fixed at the first registration
 * @param name full name
 * @param sex {@code male} or {@code female}
 * @param birthDate date of birth
 * @param divisionCode the division that is responsible (GB/T 2260)
 * @param phone null when none is known
 * @param address null when none is known
 * @param mergedInto the record that took this one over; empty for a living record
 * @param runId the run that last wrote the record
 */
public record Person(
        long id,
        Masked residentId,
        int bucket,
        String name,
        String sex,
        LocalDate birthDate,
        String divisionCode,
        Masked phone,
        String address,
        OptionalLong mergedInto,
        long runId) {
    static final String COLUMNS = "person_id, resident_id, bucket, name, sex, birth_date, division_code, phone,"
            + " address, merged_into, run_id";

    static Person read(ResultSet row) throws SQLException {
        String phone = row.getString("phone");
        long mergedInto = row.getLong("merged_into");
        return new Person(
                row.getLong("person_id"),
                Masked.of(row.getString("resident_id")),
                row.getInt("bucket"),
                row.getString("name"),
                row.getString("sex"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("division_code"),
                phone == null ? null : Masked.of(phone),
                row.getString("address"),
                mergedInto == 0 ? OptionalLong.empty() : OptionalLong.of(mergedInto),
                row.getLong("run_id"));
    }
}
