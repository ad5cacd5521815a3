package org.minsheng.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Masked;
import org.minsheng.registry.PersonChange.FieldChange;
import org.minsheng.run.Json;

/**
 * How a person's record became what it is. Each run that changed it left the row as it was before; what the run did is
 * the difference to the next such row, or to the record of today.
 */
public final class PersonHistory {
    private static final List<String> FIELDS =
            List.of("resident_id", "name", "sex", "birth_date", "division_code", "phone", "address", "merged_into");

    private final Handle handle;

    public PersonHistory(Handle handle) {
        this.handle = handle;
    }

    /**
     * The steps of a record, its first registration first.
     *
     * @param personId number of the record
     */
    public List<PersonChange> of(long personId) {
        List<State> states = states(personId);
        List<PersonChange> changes = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            List<FieldChange> fields = new ArrayList<>();
            if (i > 0) {
                fields.addAll(differences(states.get(i - 1), states.get(i)));
            }
            fields.addAll(numbersGained(personId, states.get(i).step().runId()));
            changes.add(states.get(i).change(fields));
        }
        return changes;
    }

    /**
     * The states of the record in order, each with the run that brought it about: the first names it itself, each later
     * one was brought about by the run that kept the state before it.
     */
    private List<State> states(long personId) {
        return handle.createQuery("""
                        WITH state AS (
                            SELECT run_id AS replaced_by, image FROM load.before_image
                            WHERE relation = 'registry.person' AND key = :key
                            UNION ALL
                            SELECT NULL, to_jsonb(person) FROM registry.person WHERE person_id = :person
                        ), step AS (
                            SELECT image, row_number() OVER ordered AS number,
                                coalesce(lag(replaced_by) OVER ordered, (image ->> 'run_id')::bigint) AS run_id
                            FROM state WINDOW ordered AS (ORDER BY replaced_by NULLS LAST)
                        )
                        SELECT step.run_id, job, run.state, login, started_at, step.image
                        FROM step JOIN run.run USING (run_id) ORDER BY number""")
                .bind("key", Long.toString(personId))
                .bind("person", personId)
                .map((row, context) -> State.read(row))
                .list();
    }

    /** Numbers of other records that a merger brought. */
    private List<FieldChange> numbersGained(long personId, long runId) {
        return handle.createQuery("""
                        SELECT resident_id FROM registry.former_number
                        WHERE person_id = :person AND run_id = :run AND reason = 'merged'
                        ORDER BY resident_id COLLATE "C\"""")
                .bind("person", personId)
                .bind("run", runId)
                .mapTo(String.class)
                .map(number -> new FieldChange("former_number", null, Masked.of(number)))
                .list();
    }

    private static List<FieldChange> differences(State before, State after) {
        List<FieldChange> differences = new ArrayList<>();
        for (String field : FIELDS) {
            Object old = before.fields().get(field);
            Object now = after.fields().get(field);
            if (!Objects.equals(old, now)) {
                differences.add(new FieldChange(field, shown(field, old), shown(field, now)));
            }
        }
        return differences;
    }

    private static Object shown(String field, Object value) {
        boolean number = field.equals("resident_id") || field.equals("phone");
        return value != null && number ? Masked.of(value.toString()) : value;
    }

    private record State(PersonChange step, Map<String, Object> fields) {
        static State read(ResultSet row) throws SQLException {
            PersonChange step = new PersonChange(
                    row.getLong("run_id"),
                    row.getString("job"),
                    row.getString("state"),
                    row.getString("login"),
                    row.getTimestamp("started_at").toInstant(),
                    List.of());
            return new State(step, Json.read(row.getString("image")));
        }

        PersonChange change(List<FieldChange> fields) {
            return new PersonChange(step.runId(), step.job(), step.runState(), step.login(), step.at(), fields);
        }
    }
}
