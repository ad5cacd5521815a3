package org.minsheng.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Masked;
import org.minsheng.base.Problem;

/** Finds and shows persons. A record that was merged into another leads to that other one. */
public final class PersonDirectory {
    private final Handle handle;

    public PersonDirectory(Handle handle) {
        this.handle = handle;
    }

    /**
     * The living record that a reference leads to.
     *
     * @throws org.minsheng.base.ProblemException {@code person.not-found}
     */
    public Person person(PersonReference reference) {
        return find(reference).orElseThrow(() -> Problem.of(RegistryProblem.PERSON_NOT_FOUND)
                .with("person", reference)
                .asException());
    }

    private Optional<Person> find(PersonReference reference) {
        String where = reference.residentId().isPresent()
                ? "(SELECT person_id FROM registry.pub_person_number WHERE resident_id = :number)"
                : "(SELECT coalesce(merged_into, person_id) FROM registry.person WHERE person_id = :id)";
        return handle.createQuery("SELECT " + Person.COLUMNS + " FROM registry.person WHERE person_id = " + where)
                .bind("number", reference.residentId().orElse(null))
                .bind("id", reference.personId())
                .map((row, context) -> Person.read(row))
                .findOne();
    }

    /**
     * Everything that the registry knows of a person.
     *
     * @throws org.minsheng.base.ProblemException {@code person.not-found}
     */
    public PersonRecord show(PersonReference reference) {
        Person person = person(reference);
        return new PersonRecord(person, formerNumbers(person.id()), enrolments(person.id()), employments(person.id()));
    }

    /** Living records with exactly this name, oldest person first. */
    public List<Person> find(PersonQuery query) {
        return handle.createQuery("SELECT " + Person.COLUMNS + """
                         FROM registry.person
                        WHERE name = :name AND merged_into IS NULL
                            AND (CAST(:first AS date) IS NULL OR birth_date BETWEEN :first AND :last)
                            AND (CAST(:phone AS text) IS NULL OR phone = :phone)
                            AND (CAST(:division AS text) IS NULL OR starts_with(division_code, :division))
                        ORDER BY birth_date, person_id LIMIT :limit""")
                .bind("name", query.name())
                .bind("first", query.birthYear() == null ? null : LocalDate.of(query.birthYear(), 1, 1))
                .bind("last", query.birthYear() == null ? null : LocalDate.of(query.birthYear(), 12, 31))
                .bind("phone", query.phone())
                .bind("division", query.divisionPrefix())
                .bind("limit", query.limit())
                .map((row, context) -> Person.read(row))
                .list();
    }

    private List<PersonRecord.FormerNumber> formerNumbers(long personId) {
        return handle.createQuery("""
                        SELECT resident_id, reason, run_id FROM registry.former_number
                        WHERE person_id = :person ORDER BY run_id, resident_id COLLATE "C\"""")
                .bind("person", personId)
                .map((row, context) -> new PersonRecord.FormerNumber(
                        Masked.of(row.getString("resident_id")), row.getString("reason"), row.getLong("run_id")))
                .list();
    }

    private List<PersonRecord.Enrolment> enrolments(long personId) {
        return handle.createQuery("""
                        SELECT scheme, person_type, from_date, to_date FROM registry.enrolment
                        WHERE person_id = :person ORDER BY scheme COLLATE "C", from_date""")
                .bind("person", personId)
                .map((row, context) -> new PersonRecord.Enrolment(
                        row.getString("scheme"),
                        row.getString("person_type"),
                        date(row, "from_date"),
                        date(row, "to_date")))
                .list();
    }

    private List<PersonRecord.Employment> employments(long personId) {
        return handle.createQuery("""
                        SELECT credit_code, company.name, occupation_code, from_date, to_date
                        FROM registry.employment JOIN registry.company USING (company_id)
                        WHERE person_id = :person ORDER BY from_date, credit_code COLLATE "C\"""")
                .bind("person", personId)
                .map((row, context) -> new PersonRecord.Employment(
                        row.getString("credit_code"),
                        row.getString("name"),
                        row.getString("occupation_code"),
                        date(row, "from_date"),
                        date(row, "to_date")))
                .list();
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
