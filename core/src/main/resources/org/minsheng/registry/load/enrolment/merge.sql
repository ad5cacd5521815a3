INSERT INTO load.before_image (run_id, relation, key, image)
SELECT :run_id, 'registry.enrolment', concat_ws('|', known.person_id, known.scheme, known.from_date), to_jsonb(known)
FROM stage_enrolment stage
    JOIN registry.pub_person_number person USING (resident_id)
    JOIN registry.enrolment known ON known.person_id = person.person_id
        AND known.scheme = stage.scheme AND known.from_date = stage.from_date
WHERE stage.action = 'change';

UPDATE registry.enrolment known
SET to_date = stage.to_date, person_type = stage.person_type, run_id = :run_id
FROM stage_enrolment stage, registry.pub_person_number person
WHERE stage.action = 'change' AND person.resident_id = stage.resident_id
    AND known.person_id = person.person_id AND known.scheme = stage.scheme AND known.from_date = stage.from_date;

INSERT INTO registry.enrolment (person_id, scheme, from_date, to_date, person_type, run_id)
SELECT person.person_id, stage.scheme, stage.from_date, stage.to_date, stage.person_type, :run_id
FROM stage_enrolment stage JOIN registry.pub_person_number person USING (resident_id)
WHERE stage.action = 'insert';
