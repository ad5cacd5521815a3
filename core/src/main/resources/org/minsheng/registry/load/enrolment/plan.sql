UPDATE stage_enrolment stage
SET action = CASE
    WHEN (known.to_date, known.person_type) IS NOT DISTINCT FROM (stage.to_date, stage.person_type) THEN 'unchanged'
    ELSE 'change' END
FROM registry.enrolment known JOIN registry.pub_person_number person USING (person_id)
WHERE person.resident_id = stage.resident_id AND known.scheme = stage.scheme AND known.from_date = stage.from_date;
