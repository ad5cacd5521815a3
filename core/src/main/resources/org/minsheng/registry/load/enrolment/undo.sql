-- What was inserted goes first, so that no spell overlaps for a moment.
DELETE FROM registry.enrolment known
WHERE known.run_id = :run_id AND NOT EXISTS (
    SELECT FROM load.before_image saved
    WHERE saved.run_id = :run_id AND saved.relation = 'registry.enrolment'
        AND saved.key = concat_ws('|', known.person_id, known.scheme, known.from_date));

UPDATE registry.enrolment known
SET to_date = old.to_date, person_type = old.person_type, run_id = old.run_id
FROM load.before_image saved, jsonb_populate_record(NULL::registry.enrolment, saved.image) old
WHERE saved.run_id = :run_id AND saved.relation = 'registry.enrolment' AND known.person_id = old.person_id
    AND known.scheme = old.scheme AND known.from_date = old.from_date;
